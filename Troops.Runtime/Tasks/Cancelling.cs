using Troops.Diagnostics;

namespace Troops.Tasks;

/// <summary>Cancels a token without running anybody's callback on the caller's kernel thread.</summary>
internal static class Cancelling
{
    internal static void Cancel(CancellationTokenSource source) => _ = CancelAndReport(source);

    private static async Task CancelAndReport(CancellationTokenSource source)
    {
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            TroopsEventSource.Log.CallbackThrew("a cancellation token", FaultText.Full(fault));
        }
    }
}
