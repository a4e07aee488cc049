namespace Troops;

/// <summary>Marks a parameter whose delegate runs on another thread of the same troop.</summary>
/// <remarks>
/// Everything that the delegate captures crosses to that thread, so each capture must be shareable and never written afterwards. Checked at compile time at each call
/// by TROOP030 to TROOP039; the method that carries the mark is trusted to run the delegate once, on one thread.
/// </remarks>
/// <example>
/// <code>
/// public static TroopThread StartLogged([ThreadEntry] Action body) => TroopThread.Start(body);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ThreadEntryAttribute : Attribute;
