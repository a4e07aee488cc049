namespace Troops;

/// <summary>Promises that every object of this type is deeply immutable; on a type parameter, demands it of the type argument.</summary>
/// <remarks>
/// <para>
/// Deeply immutable: once its constructor has returned, nothing reachable from the object changes, so threads may share it without a copy. The promise covers
/// subtypes and implementations, also those in other assemblies; see <see cref="ImmutableBaseAttribute"/> for one that does not.
/// </para>
/// <para>
/// Checked at compile time by TROOP001 to TROOP015 on the type and by TROOP011 at each type argument. A type that is sealed or a struct and not public needs no
/// mark: its kind is inferred. Between troops immutability is not enough; see <see cref="MessageAttribute"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Immutable]
/// public sealed record Page(Uri Url, string Text, ImmutableArray&lt;Uri&gt; Links);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.GenericParameter, Inherited = false)]
public sealed class ImmutableAttribute : Attribute;
