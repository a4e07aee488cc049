using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Troops.Tests.Support;

/// <summary>Listens to what the runtime reports. Events of other tests come too: ask for a text of your own.</summary>
internal sealed class ReportedFaults : EventListener
{
    private readonly ConcurrentQueue<string> texts = new();

    internal int CountOf(string text) => texts.Count(seen => seen.Contains(text, StringComparison.Ordinal));

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Troops")
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    /// <summary>Unobserved faults alone, which is event 1.</summary>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The base constructor may call before texts is there.
        if (eventData is { EventId: 1, Payload: { } payload })
        {
            texts?.Enqueue(string.Join(' ', payload));
        }
    }
}
