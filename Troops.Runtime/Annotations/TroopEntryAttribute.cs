namespace Troops;

/// <summary>Marks a parameter whose delegate runs in another troop.</summary>
/// <remarks>
/// The argument must be a lambda or a method group written in place. It may capture only values that cross between troops as they are (numbers, strings and the like,
/// and proxies); an immutable object is not one, for its methods would be foreign code over there. Checked at compile time at each call by TROOP050 and TROOP055.
/// </remarks>
/// <example>
/// <code>
/// public static ValueTask&lt;T&gt; Ask&lt;T&gt;(Troop troop, [TroopEntry] Func&lt;T&gt; question) => troop.InvokeAsync(question);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class TroopEntryAttribute : Attribute;
