using System.Text.Json;

namespace Troops.Diagnostics;

/// <summary>A dump as JSON. The names of its properties are a contract: a snapshot test holds them.</summary>
internal static class DumpJson
{
    private const int FlushAt = 64 * 1024;

    internal static void Write(Utf8JsonWriter json, ProcessDump dump)
    {
        json.WriteStartObject();
        json.WriteString("process", dump.Name);
        json.WriteNumber("workers", dump.Workers);
        json.WriteNumber("kernelThreads", dump.KernelThreads);
        json.WriteStartArray("troops");
        foreach (TroopDump troop in dump.Troops)
        {
            json.WriteStartObject();
            json.WriteString("name", troop.Name);
            json.WriteBoolean("stopped", troop.IsStopped);
            json.WriteNumber("threadCount", troop.ThreadCount);
            json.WriteStartArray("threads");
            foreach (ThreadDump thread in troop.Threads)
            {
                Write(json, thread);
                if (json.BytesPending > FlushAt)
                {
                    json.Flush();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ThreadDump thread)
    {
        json.WriteStartObject();
        json.WriteNumber("id", thread.Id);
        if (thread.Name is not null)
        {
            json.WriteString("name", thread.Name);
        }

        json.WriteString("state", DumpWords.Of(thread.State));
        json.WriteBoolean("exact", thread.IsExact);
        json.WriteNumber("ageMilliseconds", (long)thread.Age.TotalMilliseconds);
        json.WriteStartArray("tasks");
        HashSet<TaskDump> awaiters = thread.Awaiters();
        foreach (TaskDump task in thread.Tasks)
        {
            Write(json, task, isInnermost: !awaiters.Contains(task));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TaskDump task, bool isInnermost)
    {
        json.WriteStartObject();
        json.WriteString("name", task.Name);
        json.WriteString("state", DumpWords.Of(task.State));
        if (task.WaitsFor is not null)
        {
            json.WriteString("waitsFor", task.WaitsFor);
        }

        if (task.Subject is not null)
        {
            json.WriteString("subject", task.Subject);
        }

        WritePlace(json, task);

        // The stack of the others is the end of this one.
        if (isInnermost && task.AwaitedBy is not null)
        {
            json.WriteStartArray("awaitedBy");
            for (TaskDump? awaiter = task.AwaitedBy; awaiter is not null; awaiter = awaiter.AwaitedBy)
            {
                json.WriteStartObject();
                json.WriteString("name", awaiter.Name);
                WritePlace(json, awaiter);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, TaskDump task)
    {
        if (task.File is not null)
        {
            json.WriteString("file", task.File);
            json.WriteNumber("line", task.Line);
        }
    }
}
