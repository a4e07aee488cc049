using Troops.Diagnostics;

namespace Troops.Tasks;

/// <summary>Cancels a token without running anybody's callback on the caller's kernel thread.</summary>
internal static class Cancelling
{
    private static int underWay;

    /// <summary>Callbacks of some token are running, or will, in any process.</summary>
    internal static bool IsUnderWay => Volatile.Read(ref underWay) != 0;

    internal static void Cancel(CancellationTokenSource source) => _ = CancelAndReport(source);

    private static async Task CancelAndReport(CancellationTokenSource source)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            TroopsEventSource.Log.CallbackThrew("a cancellation token", FaultText.Full(fault));
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}
