namespace Troops.Tests.Tasks.Copies;

/// <summary>A thread that counts its turns until somebody has seen enough: it gets on only if others give way.</summary>
internal sealed class Ticker
{
    private const int Enough = 1_000;

    private int count;

    internal int Count => Volatile.Read(ref count);

    internal static Ticker Start()
    {
        Ticker ticker = new();
        TroopThread.Start(ticker.Tick);
        return ticker;
    }

    [TroopTask]
    private async TroopTask Tick()
    {
        while (Volatile.Read(ref count) < Enough)
        {
            Volatile.Write(ref count, count + 1);
            await TroopTask.Yield();
        }
    }
}
