namespace Troops;

/// <summary>Promises that values of this type may be copied, whole, from one troop into another.</summary>
/// <remarks>
/// The source generator writes the deep copy, so every field must itself be of a type that crosses: no delegates, pointers, open resources or thread-safe objects.
/// Subtypes must be messages too. Checked at compile time by TROOP052 and TROOP054. May stand beside <see cref="ImmutableAttribute"/>: threads of one troop then
/// share the object, other troops receive a copy.
/// </remarks>
/// <example>
/// <code>
/// [Immutable, Message]
/// public sealed record Query(string Text, int Limit);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MessageAttribute : Attribute;
