namespace Troops;

/// <summary>Declares code that the checks do not cover: a whole assembly or one type.</summary>
/// <remarks>
/// For code that implements threads rather than runs on them, and for adapters to libraries that know nothing of troops. The rules on statics (TROOP020 to TROOP023)
/// and on escape hatches (TROOP060 to TROOP069) stay silent there; those on immutable types and thread boundaries do not. Task code may call into it with shareable
/// values only.
/// </remarks>
/// <example>
/// <code>
/// [assembly: TroopsOutside("the runtime itself: it orders threads, so it cannot stand on them")]
/// </code>
/// </example>
/// <param name="reason">Why the code has to stand outside.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class TroopsOutsideAttribute(string reason) : Attribute
{
    /// <summary>Why the code has to stand outside.</summary>
    public string Reason { get; } = reason;
}
