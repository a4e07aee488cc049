namespace Troops;

/// <summary>Promises that the method keeps no reference to the argument: neither in a field nor in its result.</summary>
/// <remarks>
/// A caller may then still move the argument's object graph elsewhere after the call, for the call did not link it to anything. Read by the ownership rules
/// (TROOP040 to TROOP047), which otherwise take receiver, arguments and result of a call to know each other.
/// </remarks>
/// <example>
/// <code>
/// public static int Sum([Scoped] List&lt;int&gt; numbers) => numbers.Sum();
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ScopedAttribute : Attribute;
