namespace Troops;

/// <summary>Promises that any number of threads may use one object of this type at once, although it changes.</summary>
/// <remarks>
/// <para>
/// Such a type is shareable but not immutable: a channel, a counter, a record that holds a reply channel. An <see cref="ImmutableAttribute"/> type may not store it.
/// </para>
/// <para>
/// Checked at compile time: a sealed type whose fields are all readonly and each immutable or thread-safe proves the promise. Where the fields do not prove it, the
/// type also needs <see cref="AuditedAttribute"/>, for then a person vouches for it; with neither it is TROOP014.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [ThreadSafe]
/// public sealed record Question(string Text, Channel&lt;string&gt; Answers);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ThreadSafeAttribute : Attribute;
