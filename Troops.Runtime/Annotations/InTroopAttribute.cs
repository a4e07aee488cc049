namespace Troops;

/// <summary>Says that this type belongs to the troop of that name.</summary>
/// <remarks>
/// For structure that is known when the code is written: code of one named troop may hold another named troop's types only as a proxy of a service. Checked at
/// compile time by TROOP050, at fields, locals, parameters, casts and type arguments.
/// </remarks>
/// <example>
/// <code>
/// [InTroop("crawler")]
/// internal sealed class Frontier
/// {
///     private readonly Queue&lt;Uri&gt; pending = new();
/// }
/// </code>
/// </example>
/// <param name="name">The troop's name, as it is given to <c>CreateTroop</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class InTroopAttribute(string name) : Attribute
{
    /// <summary>The troop's name.</summary>
    public string Name { get; } = name;
}
