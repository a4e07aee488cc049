namespace Troops.Tests.Support;

/// <summary>Holds the calling kernel thread, for tests about a worker that does not come back. Never a way to wait for something.</summary>
internal static class StuckWorker
{
    internal static void For(TimeSpan time) => Thread.Sleep(time);
}
