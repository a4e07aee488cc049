using System.Text.Json;
using Troops.Seams;

namespace Troops.Diagnostics;

/// <summary>The trace as JSON: the array form of the Trace Event Format, which chrome://tracing and Perfetto open, and which they accept without its end.</summary>
/// <remarks>
/// Source: "Trace Event Format", Google. A track ("thread" there) is a worker, track 0 the scheduler; a turn is a complete event (X) with the thread's number, its troop and why it stopped;
/// park, wake, steal and hand-off are instants (i); runnable threads are a counter (C). Times are microseconds since the start of the trace.
/// Everything here belongs to one caller at a time.
/// </remarks>
internal sealed class TraceFile
{
    private const int Process = 1;

    /// <summary>Threads whose name is kept until they end; those beyond it are numbers.</summary>
    private const int MostNames = 100_000;

    private static readonly double NanosecondsPerTick = 1e9 / Clock.Ticks(TimeSpan.FromSeconds(1));

    private readonly Utf8JsonWriter json;
    private readonly long origin;
    private readonly Dictionary<long, string> names = [];

    internal TraceFile(Stream output, string process, long origin)
    {
        this.origin = origin;
        json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        Metadata("process_name", 0, process);
    }

    internal void Track(int track)
    {
        Metadata("thread_name", track, track == 0 ? "scheduler" : $"worker {track}");
        Begin('M', "thread_sort_index", track);
        json.WriteStartObject("args");
        json.WriteNumber("sort_index", track);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    internal void Write(int track, in TraceRecord record)
    {
        switch (record.Kind)
        {
            case TraceKind.Asleep:
                Complete(track, "asleep", "worker", record);
                json.WriteEndObject();
                break;
            case TraceKind.Wake:
                Instant(track, "wake", record.Start, record.Thread!);
                break;
            case TraceKind.Steal:
                Instant(track, "steal", record.Start, record.Thread!);
                break;
            case TraceKind.HandOff:
                Instant(track, "hand-off", record.Start, record.Thread!);
                break;
            default:
                Turn(track, record);
                break;
        }
    }

    internal void Runnable(int threads)
    {
        Begin('C', "runnable threads", 0);
        json.WriteNumber("ts", Microseconds(Clock.Now));
        json.WriteStartObject("args");
        json.WriteNumber("threads", threads);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Says so in the file: <paramref name="records"/> of the track have been dropped by now.</summary>
    internal void Dropped(int track, long records)
    {
        Begin('i', "dropped", track);
        json.WriteNumber("ts", Microseconds(Clock.Now));
        json.WriteString("s", "t");
        json.WriteStartObject("args");
        json.WriteNumber("records", records);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    internal void Flush() => json.Flush();

    internal void End()
    {
        json.WriteEndArray();
        json.Flush();
    }

    private void Turn(int track, in TraceRecord record)
    {
        ITraced thread = record.Thread!;
        Complete(track, NameOf(thread, record), "turn", record);
        json.WriteStartObject("args");
        json.WriteNumber("thread", thread.Id);
        json.WriteString("troop", thread.TroopName);
        json.WriteString(
            "end",
            record.Kind switch
            {
                TraceKind.Parked => "parked",
                TraceKind.Ended => "ended",
                TraceKind.Requeued => "requeued",
                TraceKind.HandedOff => "handed off",
                _ => "under way",
            }
        );
        json.WriteEndObject();
        json.WriteEndObject();
        if (record.Kind == TraceKind.Parked)
        {
            Instant(track, "park", record.End, thread);
        }
    }

    /// <summary>The thread's own name, or the body that it was started with, if this trace saw its first turn.</summary>
    private string NameOf(ITraced thread, in TraceRecord record)
    {
        if (thread.Name is { } given)
        {
            return given;
        }

        long id = thread.Id;
        if (names.TryGetValue(id, out string? known))
        {
            if (record.Kind == TraceKind.Ended)
            {
                names.Remove(id);
            }

            return known;
        }

        if (record.Body is not { } body)
        {
            return $"thread {id}";
        }

        string name = BodyName.Of(body);
        if (record.Kind != TraceKind.Ended && names.Count < MostNames)
        {
            names.Add(id, name);
        }

        return name;
    }

    private void Complete(int track, string name, string category, in TraceRecord record)
    {
        long start = Nanoseconds(record.Start);
        Begin('X', name, track);
        json.WriteString("cat", category);
        json.WriteNumber("ts", start / 1000.0);
        json.WriteNumber("dur", (Nanoseconds(record.End) - start) / 1000.0);
    }

    private void Instant(int track, string name, long at, ITraced thread)
    {
        Begin('i', name, track);
        json.WriteNumber("ts", Microseconds(at));
        json.WriteString("s", "t");
        json.WriteStartObject("args");
        json.WriteNumber("thread", thread.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Metadata(string what, int track, string name)
    {
        Begin('M', what, track);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Begin(char phase, string name, int track)
    {
        json.WriteStartObject();
        json.WriteString("ph", [phase]);
        json.WriteString("name", name);
        json.WriteNumber("pid", Process);
        json.WriteNumber("tid", track);
    }

    /// <summary>What began before the trace counts from its start.</summary>
    private long Nanoseconds(long at) => (long)(Math.Max(0, at - origin) * NanosecondsPerTick);

    private double Microseconds(long at) => Nanoseconds(at) / 1000.0;
}
