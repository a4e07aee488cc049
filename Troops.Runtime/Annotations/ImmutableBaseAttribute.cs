namespace Troops;

/// <summary>Promises that objects of exactly this class are deeply immutable, and says nothing about its subclasses.</summary>
/// <remarks>
/// An immutable type may derive from such a class, and <c>new T()</c> of it is immutable; a variable of this static type is not, for it may hold a subclass that
/// changes. Checked at compile time by the rules of <see cref="ImmutableAttribute"/>; TROOP005 reads the mark on base classes.
/// </remarks>
/// <example>
/// <code>
/// [ImmutableBase]
/// public class Shape(string name)
/// {
///     public string Name { get; } = name;
/// }
///
/// [Immutable]
/// public sealed class Circle(double radius) : Shape("circle")
/// {
///     public double Radius { get; } = radius;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ImmutableBaseAttribute : Attribute;
