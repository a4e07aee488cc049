using System.Runtime.InteropServices;

namespace Troops.Scheduling;

/// <summary>How many threads of one troop were started and have ended on one worker. Both only grow; the worker alone writes, anybody reads.</summary>
[StructLayout(LayoutKind.Sequential)]
internal sealed class Tally
{
    private long started;
    private long ended;
    private readonly long pad1,
        pad2,
        pad3,
        pad4;

    internal long Started => Volatile.Read(ref started);

    internal long Ended => Volatile.Read(ref ended);

    internal void Start() => Volatile.Write(ref started, started + 1);

    internal void End() => Volatile.Write(ref ended, ended + 1);
}
