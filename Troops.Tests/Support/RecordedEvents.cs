using System.Diagnostics.Tracing;

namespace Troops.Tests.Support;

/// <summary>What the runtime writes to its event source while this exists. Tests tell their own events by the names of their troops.</summary>
internal sealed class RecordedEvents : EventListener
{
    private readonly Lock gate = new();
    private readonly List<RecordedEvent> events = [];
    private readonly List<(Func<RecordedEvent, bool> Wanted, TaskCompletionSource<RecordedEvent> Found)> waiting = [];

    internal RecordedEvent[] All
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    /// <summary>The first event of that name whose payload contains <paramref name="text"/>, also if it has come already.</summary>
    internal Task<RecordedEvent> First(string name, string text)
    {
        bool Wanted(RecordedEvent candidate) => candidate.Name == name && candidate.Payload.Contains(text, StringComparison.Ordinal);
        lock (gate)
        {
            if (events.Find(Wanted) is { } found)
            {
                return Task.FromResult(found);
            }

            TaskCompletionSource<RecordedEvent> later = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((Wanted, later));
            return later.Task.OrHang();
        }
    }

    internal int Count(string name, string text) => All.Count(e => e.Name == name && e.Payload.Contains(text, StringComparison.Ordinal));

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Troops")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        RecordedEvent written = new(eventData.EventName!, string.Join(" | ", eventData.Payload!));
        lock (gate)
        {
            events.Add(written);
            waiting.RemoveAll(pair => pair.Wanted(written) && pair.Found.TrySetResult(written));
        }
    }
}
