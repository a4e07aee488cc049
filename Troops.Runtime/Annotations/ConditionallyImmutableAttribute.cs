namespace Troops;

/// <summary>Promises that a generic type is deeply immutable whenever its type arguments marked <see cref="OnlyIfAttribute"/> are.</summary>
/// <remarks>
/// With immutable arguments the type is immutable, with shareable ones it is shareable, with any other it is confined to its thread. Checked at compile time by the
/// rules of <see cref="ImmutableAttribute"/>, with each marked type parameter taken for immutable, and by TROOP011 where the type is used.
/// </remarks>
/// <example>
/// <code>
/// [ConditionallyImmutable]
/// public sealed record Pair&lt;[OnlyIf] TFirst, [OnlyIf] TSecond&gt;(TFirst First, TSecond Second);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ConditionallyImmutableAttribute : Attribute;
