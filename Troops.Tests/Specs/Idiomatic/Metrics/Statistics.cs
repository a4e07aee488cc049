using TradeWinds.Common;

namespace TradeWinds.Metrics;

/// <summary>What numbers have in common, kept up to date as they come.</summary>
internal sealed class Statistics<T>
    where T : struct, IFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int Buckets = 16;

    private readonly int[] histogram = new int[Buckets];
    private T mean;
    private T squares;

    public long Count { get; private set; }

    public Interval<T> Range
    {
        get => Count > 0 ? field : throw new InvalidOperationException("Of nothing there is no least.");
        private set;
    } = new(T.MaxValue, T.MinValue);

    public T Mean => mean;

    public T Deviation => Count > 1 ? T.Sqrt(squares / T.CreateChecked(Count - 1)) : T.Zero;

    /// <summary>Welford's way: no sum grows so large that small numbers are lost in it.</summary>
    public void Add(params ReadOnlySpan<T> values)
    {
        foreach (var value in values)
        {
            Count++;
            var before = value - mean;
            mean += before / T.CreateChecked(Count);
            squares += before * (value - mean);
            Range = Count == 1 ? new(value, value) : Range.Extend(value);
            histogram[BucketOf(value)]++;
        }
    }

    /// <summary>Less than which <paramref name="share"/> of the numbers were; a power of two.</summary>
    public T Quantile(double share)
    {
        var wanted = (long)Math.Ceiling(share * Count);
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            if ((wanted -= histogram[bucket]) <= 0)
            {
                return T.ScaleB(T.One, bucket);
            }
        }

        return T.PositiveInfinity;
    }

    private static int BucketOf(T value) => value <= T.One ? 0 : Math.Min(Buckets - 1, T.ILogB(value) + 1);
}
