namespace Troops;

/// <summary>Names a type parameter on which the immutability of a <see cref="ConditionallyImmutableAttribute"/> type depends.</summary>
/// <remarks>
/// A parameter without the mark does not count, so the type may not store a value of it. Outside a conditionally immutable type the mark is misplaced (TROOP014).
/// </remarks>
/// <example>
/// <code>
/// [ConditionallyImmutable]
/// public sealed class Tagged&lt;[OnlyIf] T, TTag&gt;(T value)
/// {
///     public T Value { get; } = value;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.GenericParameter, Inherited = false)]
public sealed class OnlyIfAttribute : Attribute;
