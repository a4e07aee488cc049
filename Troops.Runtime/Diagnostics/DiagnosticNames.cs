namespace Troops.Diagnostics;

/// <summary>
/// Every name that somebody outside listens to or charts. A change here breaks their dashboards, so a snapshot test holds them; the names of events are those of the methods of
/// <see cref="TroopsEventSource"/>, and the same test holds those.
/// </summary>
internal static class DiagnosticNames
{
    /// <summary>The meter, the activity source and the event source.</summary>
    internal const string Source = "Troops";

    /// <summary>The activity that each thread is.</summary>
    internal const string ThreadActivity = "troops.thread";

    internal const string ProcessTag = "troops.process";
    internal const string TroopTag = "troops.troop";
    internal const string ThreadTag = "troops.thread.id";

    internal const string Threads = "troops.threads";
    internal const string RunnableThreads = "troops.threads.runnable";
    internal const string Workers = "troops.workers";
    internal const string StuckWorkers = "troops.workers.stuck";
    internal const string KernelWakeUps = "troops.workers.wakeups";
    internal const string Turns = "troops.turns";
    internal const string Parks = "troops.parks";
    internal const string Steals = "troops.steals";
    internal const string HandOffs = "troops.handoffs";
    internal const string Faults = "troops.faults";
    internal const string Kills = "troops.kills";
    internal const string ArmedTimers = "troops.timers.armed";
    internal const string FiredTimers = "troops.timers.fired";
}
