using System.Collections.Concurrent;

namespace Troops.Tests.Corpus;

/// <summary>Where one piece of a pump's work sends what follows.</summary>
internal sealed class PumpContext(BlockingCollection<Action> queue) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => queue.Add(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing in a body waits for its own thread.");
}
