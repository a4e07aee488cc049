using System.Text.Json;
using System.Text.Json.Serialization;
using TradeWinds.Common;

namespace TradeWinds.Metrics;

[Immutable]
public sealed record Summary(long Count, double Mean, double Deviation, Interval<double> Range, double Ninety);

[Immutable]
public sealed record MetricsReport
{
    public required ImmutableSortedDictionary<string, long> Counters { get; init; }

    public required ImmutableSortedDictionary<string, Summary> Measurements { get; init; }

    public int Batches { get; init; }

    [JsonIgnore]
    public bool IsEmpty => this is { Counters.IsEmpty: true, Measurements.IsEmpty: true };

    public Summary? this[string metric] => Measurements.GetValueOrDefault(metric);

    public string ToJson()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        };
        return JsonSerializer.Serialize(this, options);
    }
}
