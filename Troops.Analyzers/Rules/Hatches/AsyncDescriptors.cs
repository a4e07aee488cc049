using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP064 and TROOP066: async code that is not a task's body, and tasks that nobody waits for.</summary>
internal static class AsyncDescriptors
{
    private const string Family = "Hatches";

    private const string ForeignTitle = "Async code that is no task of this thread";

    private const string WhyForeign =
        "What an async body does after its first await runs where its return type says: of TroopTask on its own thread, of Task on any kernel thread, beside the thread's tasks.";

    private const string LostTitle = "Task that is not awaited exactly once";

    private const string WhyLost =
        "A task is awaited once, given to WhenAll, or told to be forgotten; otherwise its fault has nobody to go to, or its result two owners.";

    /// <summary>{0} what, {1} the path to what is mutable, {2} what to do.</summary>
    internal static readonly DiagnosticDescriptor ForeignAsync = Describe.Error("TROOP064", Family, ForeignTitle, "{0}: {1}; {2}", WhyForeign);

    /// <summary>{0} what, {1} what to do.</summary>
    internal static readonly DiagnosticDescriptor ForeignApi = Describe.Error("TROOP064", Family, ForeignTitle, "{0}; {1}", WhyForeign);

    internal static readonly DiagnosticDescriptor ConfigureAwait = Describe.Info(
        "TROOP064",
        Family,
        ForeignTitle,
        "'ConfigureAwait(false)' is harmless here, and of no use: a task always goes on on its own thread; leave it out",
        WhyForeign
    );

    /// <summary>{0} what, {1} what to do.</summary>
    internal static readonly DiagnosticDescriptor LostTask = Describe.Error("TROOP066", Family, LostTitle, "{0}; {1}", WhyLost);

    /// <summary>{0} the body.</summary>
    internal static readonly DiagnosticDescriptor TooComplex = Describe.Error(
        "TROOP066",
        Family,
        LostTitle,
        "'{0}' is too complex to tell whether each of its tasks is awaited once; split it up",
        WhyLost
    );
}
