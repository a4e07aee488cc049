namespace Troops;

/// <summary>Promises that a method returns an object that nothing else refers to.</summary>
/// <remarks>
/// A factory says so of its result, which its caller may then move to another thread. Read by the ownership rules (TROOP040 to TROOP047); they infer it where the
/// body is in source and proves it, so the mark is for public methods of libraries. <c>[Fresh]</c> on the method and <c>[return: Fresh]</c> mean the same.
/// </remarks>
/// <example>
/// <code>
/// [Fresh]
/// public static List&lt;int&gt; Squares(int count) => [.. Enumerable.Range(0, count).Select(static n => n * n)];
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.ReturnValue, Inherited = false)]
public sealed class FreshAttribute : Attribute;
