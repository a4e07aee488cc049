using System.Threading.Channels;

namespace Troops.Tests.Support;

/// <summary>What <see cref="TroopProcess.Faulted"/> has told.</summary>
internal sealed class RecordedFaults
{
    private readonly Channel<ThreadFaultedEventArgs> faults = Channel.CreateUnbounded<ThreadFaultedEventArgs>();
    private int count;

    internal RecordedFaults(TroopProcess process) =>
        process.Faulted += (_, fault) =>
        {
            Interlocked.Increment(ref count);
            faults.Writer.TryWrite(fault);
        };

    internal int Count => Volatile.Read(ref count);

    internal Task<ThreadFaultedEventArgs> Next() => faults.Reader.ReadAsync().OrHang();
}
