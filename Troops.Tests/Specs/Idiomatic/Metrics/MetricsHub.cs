using System.Runtime.CompilerServices;

namespace TradeWinds.Metrics;

/// <summary>Where all threads leave their numbers. Nobody waits for it.</summary>
[ThreadSafe]
public sealed class MetricsHub
{
    private readonly Channel<Sample> samples = new(Channel.Unbounded);
    private readonly Atomic<long> late = new(0);

    /// <summary>Numbers that came after the end.</summary>
    public long Late => late.Value;

    public void Count(string metric, int by = 1) => Send(new Sample(metric, SampleKind.Counter, by));

    public void Record(string metric, double value) => Send(new Sample(metric, SampleKind.Measurement, value));

    public void Close() => samples.Close();

    /// <summary>All that comes, in heaps of at most <paramref name="size"/>.</summary>
    public async IAsyncEnumerable<ImmutableArray<Sample>> Batches(int size, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var batch = ImmutableArray.CreateBuilder<Sample>(size);
        await foreach (var sample in samples)
        {
            cancellation.ThrowIfCancellationRequested();
            batch.Add(sample);
            if (batch.Count == size)
            {
                yield return batch.MoveToImmutable();
                batch.Capacity = size;
            }
        }

        if (batch.Count > 0)
        {
            yield return batch.DrainToImmutable();
        }
    }

    private void Send(Sample sample)
    {
        if (samples.IsClosed || !samples.TrySend(sample))
        {
            late.Increment();
        }
    }
}
