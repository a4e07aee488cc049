namespace Troops;

/// <summary>Demands a type argument whose values threads may share: deeply immutable or thread-safe.</summary>
/// <remarks>
/// Put it on the type parameter of whatever hands values from one thread to another. It asks for less than <see cref="ImmutableAttribute"/> does, which would refuse
/// reply channels and proxies. Checked at compile time by TROOP011 at each type argument; TROOP035 asks for it where a bare <c>T</c> crosses.
/// </remarks>
/// <example>
/// <code>
/// public static void Publish&lt;[Shareable] T&gt;(Channel&lt;T&gt; to, T value) => to.TrySend(value);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.GenericParameter, Inherited = false)]
public sealed class ShareableAttribute : Attribute;
