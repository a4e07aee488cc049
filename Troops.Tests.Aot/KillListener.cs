using System.Diagnostics.Tracing;

namespace Troops.Tests.Aot;

/// <summary>Hears of a killed troop, through the event source "Troops".</summary>
internal sealed class KillListener : EventListener
{
    private readonly TaskCompletionSource<string> heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<string> Heard => heard.Task;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Troops")
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventName: "TroopKilled", Payload: { } payload })
        {
            // The base constructor may call before the field is there.
            heard?.TrySetResult(string.Join(' ', payload));
        }
    }
}
