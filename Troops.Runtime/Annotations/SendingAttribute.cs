namespace Troops;

/// <summary>Moves a mutable value: the caller gives an argument up for good; a result is given up by the method that returns it.</summary>
/// <remarks>
/// <para>
/// On a parameter, the argument must be reachable from nothing that the caller keeps, and the caller does not touch it again. On a return value
/// (<c>[return: Sending]</c>), the same holds inside the method, and the caller receives an object that nobody else knows.
/// </para>
/// <para>Checked at compile time by TROOP040 to TROOP046. An override may ask for less of its arguments and promise more of its result, never the reverse.</para>
/// </remarks>
/// <example>
/// <code>
/// public interface ISink
/// {
///     void Put([Sending] List&lt;int&gt; batch);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue, Inherited = false)]
public sealed class SendingAttribute : Attribute;
