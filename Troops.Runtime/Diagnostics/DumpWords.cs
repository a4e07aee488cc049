namespace Troops.Diagnostics;

/// <summary>States as dumps write them.</summary>
internal static class DumpWords
{
    internal static string Of(ThreadDumpState state) =>
        state switch
        {
            ThreadDumpState.Queued => "queued",
            ThreadDumpState.Running => "running",
            _ => "parked",
        };

    internal static string Of(TaskDumpState state) =>
        state switch
        {
            TaskDumpState.Ready => "ready",
            TaskDumpState.Running => "running",
            _ => "waiting",
        };
}
