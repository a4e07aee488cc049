namespace TradeWinds.Metrics;

public enum SampleKind : byte
{
    Counter,
    Measurement,
}

/// <summary>One number, measured once.</summary>
[Immutable]
public readonly record struct Sample(string Metric, SampleKind Kind, double Value)
{
    public (string Family, string Name) Parts => Metric.Split('.') is [var family, .. var name] ? (family, string.Join('.', name)) : ("", Metric);
}
