using TradeWinds.Common;

namespace TradeWinds.Metrics;

/// <summary>The thread that makes a report of all numbers.</summary>
internal static partial class Collector
{
    private const int BatchSize = 64;

    [TroopTask]
    public static async TroopTask<MetricsReport> Collect(MetricsHub hub)
    {
        Dictionary<string, long> counters = new(StringComparer.Ordinal);
        Dictionary<string, Statistics<double>> measurements = new(StringComparer.Ordinal);
        var batches = 0;

        await foreach (var batch in hub.Batches(BatchSize, TroopThread.Current.CancellationToken))
        {
            batches++;
            foreach (var sample in batch)
            {
                switch (sample)
                {
                    case { Kind: SampleKind.Counter, Value: var by }:
                        counters[sample.Metric] = counters.GetValueOrDefault(sample.Metric) + (long)by;
                        break;
                    case (var metric, SampleKind.Measurement, var value):
                        measurements.GetOrNew(metric).Add(value);
                        break;
                }
            }

            await TroopTask.Yield();
        }

        return new MetricsReport
        {
            Counters = counters.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Measurements = measurements.ToImmutableSortedDictionary(static it => it.Key, static it => Summarize(it.Value), StringComparer.Ordinal),
            Batches = batches,
        };
    }

    private static Summary Summarize(Statistics<double> of) => new(of.Count, of.Mean, of.Deviation, of.Range, of.Quantile(0.9));
}
