namespace Troops;

/// <summary>Marks an <c>async</c> method that returns <c>TroopTask</c> as the body of a task.</summary>
/// <remarks>
/// <para>
/// Promises nothing that the method does not already do: it is legal C# without the mark and means the same. The mark asks the source generator for a faster,
/// metered and inspectable state machine, and tells a reader that the body runs inside a thread only.
/// </para>
/// <para>
/// A method that returns <c>TroopTask</c> is treated as marked; public ones must say so (TROOP075), because the mark is part of what they promise to other assemblies.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [TroopTask]
/// public static async TroopTask&lt;int&gt; Count(Page page)
/// {
///     await TroopTask.Yield();
///     return page.Text.Length;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class TroopTaskAttribute : Attribute;
