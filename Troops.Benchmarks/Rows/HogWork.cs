namespace Troops.Benchmarks.Rows;

/// <summary>What keeps a core busy, until somebody says stop.</summary>
[Audited("the benchmarks' owners", "the flag is volatile, and nobody reads the result", "2030-12-31")]
[ThreadSafe]
internal sealed class HogWork
{
    private const int Steps = 1000;
    private volatile bool isOver;
    private uint result;

    internal bool IsOver => isOver;

    internal void Stop() => isOver = true;

    /// <summary>About a microsecond.</summary>
    internal void Do()
    {
        uint state = 1;
        for (int i = 0; i < Steps; i++)
        {
            state = (state * 1664525) + 1013904223;
        }

        result = state;
        Volatile.Read(ref result);
    }
}
