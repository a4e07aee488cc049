using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>TROOP070 to TROOP075: what the generator can do for a task's body, and where a body may be called.</summary>
internal static class TaskDescriptors
{
    private const string Family = "Tasks";

    private const string UnmeteredTitle = "Task that loops and is not metered";

    private const string Unmetered = "{0}, so its own body runs and not the generator's, and the loop in it spends no fuel; {1}";

    private const string WhyUnmetered =
        "The generator's body of a task counts the rounds of its loops, so that its troop's limits hold and other threads get their turn; a call that it cannot see the target of runs the original one.";

    /// <summary>{0} the type, {1} the method, {2} the types that are not partial.</summary>
    internal static readonly DiagnosticDescriptor Partial = Describe.Warning(
        "TROOP070",
        Family,
        "Type with tasks is not partial",
        "'{0}' has the task '{1}', and the generator cannot add a faster, metered body, for {2} not partial; add 'partial'",
        "The generator writes the body of a task that can be metered and inspected into the type that declares it, which must be partial like all types around it."
    );

    /// <summary>{0} what, {1} what to do.</summary>
    internal static readonly DiagnosticDescriptor UnmeteredTask = Describe.Warning("TROOP071", Family, UnmeteredTitle, Unmetered, WhyUnmetered);

    /// <summary>Under <c>TroopsStrict</c>.</summary>
    internal static readonly DiagnosticDescriptor UnmeteredTaskStrict = Describe.Error(
        "TROOP071",
        Family,
        UnmeteredTitle,
        Unmetered,
        WhyUnmetered,
        Describe.Strict
    );

    /// <summary>{0} what, {1} why.</summary>
    internal static readonly DiagnosticDescriptor SlowTier = Describe.Info(
        "TROOP072",
        Family,
        "Task runs its original body",
        "{0} runs its original body, which is slower and whose loops are not metered, because {1}",
        "The generator writes a metered copy of every task that it can copy; a few constructs it leaves to the body that the compiler makes of the user's text."
    );

    /// <summary>{0} the method, {1} where it is called, {2} the call as a lambda.</summary>
    internal static readonly DiagnosticDescriptor OutsideCall = Describe.Error(
        "TROOP073",
        Family,
        "Task called outside of a thread",
        "'{0}' is the body of a task and needs a thread, and {1} runs on none; start one with 'await TroopProcess.RunAsync({2})', or with the InvokeAsync of a process",
        "The body of a task runs on a thread of Troops and throws anywhere else."
    );

    /// <summary>{0} the helper, {1} its loop.</summary>
    internal static readonly DiagnosticDescriptor HelperLoop = Describe.Info(
        "TROOP074",
        Family,
        "Endless loop in a helper of a task",
        "'{0}' has an endless '{1}' loop, which spends no fuel because the method is no task; let it return TroopTask, or run it with Blocking.Run",
        "Only the loops in a task's own body are counted. A loop in what it calls keeps the worker until it is done."
    );

    /// <summary>{0} the method.</summary>
    internal static readonly DiagnosticDescriptor Unmarked = Describe.Warning(
        "TROOP075",
        Family,
        "Public task is not marked",
        "'{0}' is public and the body of a task; mark it [TroopTask], so that other assemblies know",
        "Whether a method runs on threads only is a part of what it promises to other assemblies, which see its signature and its attributes and not that it is async."
    );
}
