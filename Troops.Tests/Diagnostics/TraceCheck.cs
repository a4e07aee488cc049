using System.Text.Json;

namespace Troops.Tests.Diagnostics;

/// <summary>
/// Holds a file against the published Trace Event Format (Google, "Trace Event Format"), as far as it goes for the array form, and against what Perfetto asks of it: types of the fields, known
/// phases, durations, begins that end, metadata, and that the slices of a track nest.
/// </summary>
internal sealed class TraceCheck
{
    private readonly List<JsonElement> events;

    internal TraceCheck(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.That(document.RootElement.ValueKind, Is.EqualTo(JsonValueKind.Array));
        events = [.. document.RootElement.EnumerateArray().Select(static element => element.Clone())];
        foreach (JsonElement one in events)
        {
            CheckFields(one);
        }

        CheckBeginsAndEnds();
        CheckTracks();
    }

    /// <summary>The events of a phase.</summary>
    internal IEnumerable<JsonElement> Of(string phase) => events.Where(one => Phase(one) == phase);

    internal IEnumerable<JsonElement> Turns => Of("X").Where(static one => one.GetProperty("cat").GetString() == "turn");

    internal IEnumerable<string> Instants => Of("i").Select(Name);

    internal static string Name(JsonElement one) => one.GetProperty("name").GetString()!;

    internal static string Argument(JsonElement one, string name) => one.GetProperty("args").GetProperty(name).ToString();

    private static string Phase(JsonElement one) => one.GetProperty("ph").GetString()!;

    private static void CheckFields(JsonElement one)
    {
        string text = one.ToString();
        Assert.That(one.ValueKind, Is.EqualTo(JsonValueKind.Object), text);
        Assert.That(Phase(one), Is.AnyOf("X", "B", "E", "i", "C", "M", "s", "t", "f"), text);
        Assert.That(Name(one), Is.Not.Empty, text);
        Assert.That(one.GetProperty("pid").TryGetInt32(out _) && one.GetProperty("tid").TryGetInt32(out _), Is.True, text);
        if (one.TryGetProperty("args", out JsonElement arguments))
        {
            Assert.That(arguments.ValueKind, Is.EqualTo(JsonValueKind.Object), text);
        }

        switch (Phase(one))
        {
            case "M":
                Assert.That(Name(one), Is.AnyOf("process_name", "process_labels", "process_sort_index", "thread_name", "thread_sort_index"), text);
                Assert.That(
                    one.GetProperty("args").GetProperty(Name(one).EndsWith("_index", StringComparison.Ordinal) ? "sort_index" : "name").ValueKind,
                    Is.EqualTo(Name(one).EndsWith("_index", StringComparison.Ordinal) ? JsonValueKind.Number : JsonValueKind.String),
                    text
                );
                return;
            case "X":
                Assert.That(one.GetProperty("dur").GetDouble(), Is.GreaterThanOrEqualTo(0), text);
                break;
            case "i":
                Assert.That(one.GetProperty("s").GetString(), Is.AnyOf("g", "p", "t"), text);
                break;
            case "C":
                Assert.That(
                    one.GetProperty("args").EnumerateObject().Select(static property => property.Value.ValueKind),
                    Has.All.EqualTo(JsonValueKind.Number),
                    text
                );
                break;
        }

        Assert.That(one.GetProperty("ts").GetDouble(), Is.GreaterThanOrEqualTo(0), text);
    }

    private void CheckBeginsAndEnds()
    {
        foreach (IGrouping<int, JsonElement> track in events.GroupBy(Track))
        {
            int open = 0;
            foreach (JsonElement one in track.Where(static one => Phase(one) is "B" or "E").OrderBy(static one => one.GetProperty("ts").GetDouble()))
            {
                open += Phase(one) == "B" ? 1 : -1;
                Assert.That(open, Is.Not.Negative, $"an end without a begin on track {track.Key}");
            }

            Assert.That(open, Is.Zero, $"a begin without an end on track {track.Key}");
        }
    }

    private void CheckTracks()
    {
        Assert.That(events.Select(static one => one.GetProperty("pid").GetInt32()).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Of("M").Count(static one => Name(one) == "process_name"), Is.EqualTo(1));
        HashSet<int> named = [.. Of("M").Where(static one => Name(one) == "thread_name").Select(Track)];
        foreach (IGrouping<int, JsonElement> track in events.Where(static one => Phase(one) is "X" or "i").GroupBy(Track))
        {
            Assert.That(named, Does.Contain(track.Key), "a track without a name");
            CheckNesting(track);
        }
    }

    /// <summary>Two slices of a track are apart, or one is inside of the other.</summary>
    private static void CheckNesting(IEnumerable<JsonElement> track)
    {
        Stack<long> ends = new();
        foreach (
            (long start, long end) in track
                .Where(static one => Phase(one) == "X")
                .Select(Span)
                .OrderBy(static span => span.Start)
                .ThenByDescending(static span => span.End)
        )
        {
            while (ends.TryPeek(out long outer) && outer <= start)
            {
                ends.Pop();
            }

            Assert.That(ends.TryPeek(out long around) && end > around, Is.False, $"slices overlap at {start} ns");
            ends.Push(end);
        }
    }

    private static int Track(JsonElement one) => one.GetProperty("tid").GetInt32();

    private static (long Start, long End) Span(JsonElement one)
    {
        long start = (long)Math.Round(one.GetProperty("ts").GetDouble() * 1000);
        return (start, start + (long)Math.Round(one.GetProperty("dur").GetDouble() * 1000));
    }
}
