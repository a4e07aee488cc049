using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Troops.Diagnostics;

namespace Troops;

/// <summary>What there is in a process at a moment: process, troops, threads, tasks. Made by <see cref="TroopProcess.Dump"/>.</summary>
/// <remarks>
/// Immutable. The process goes on while it is made: each parked thread is of one instant, the whole is not, and what runs is seen as it passes
/// (<see cref="ThreadDump.IsExact"/>).
/// </remarks>
/// <example><code>
/// Console.WriteLine(process.Dump());
/// </code></example>
[Immutable]
public sealed class ProcessDump
{
    internal ProcessDump(string name, int workers, int kernelThreads, ImmutableArray<TroopDump> troops)
    {
        Name = name;
        Workers = workers;
        KernelThreads = kernelThreads;
        Troops = troops;
    }

    /// <summary><see cref="TroopProcess.Name"/>.</summary>
    public string Name { get; }

    /// <summary><see cref="TroopProcess.Workers"/>.</summary>
    public int Workers { get; }

    /// <summary>Kernel threads alive: those workers, spares, and those whose turn went on alone.</summary>
    public int KernelThreads { get; }

    /// <summary>The troops that have threads or may still get some.</summary>
    public ImmutableArray<TroopDump> Troops { get; }

    /// <summary>For people: a troop with many threads is summed up, equal ones in one entry.</summary>
    public override string ToString() => DumpText.Of(this);

    /// <summary>Everything, each thread for itself.</summary>
    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        WriteJson(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>As <see cref="ToJson"/>, in UTF-8.</summary>
    public void WriteJson(IBufferWriter<byte> output)
    {
        using Utf8JsonWriter json = new(output);
        DumpJson.Write(json, this);
    }

    /// <summary>As <see cref="ToJson"/>, in UTF-8, piece by piece, so that a million threads need no large string. The stream stays open.</summary>
    public void WriteJson(Stream output)
    {
        using Utf8JsonWriter json = new(output);
        DumpJson.Write(json, this);
    }
}
