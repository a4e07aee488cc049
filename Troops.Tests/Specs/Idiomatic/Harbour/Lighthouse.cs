namespace TradeWinds.Harbour;

/// <summary>Something that happens again and again, until it is told to stop; and those who watch it.</summary>
internal static partial class Lighthouse
{
    /// <summary>Lights up whenever somebody rings, and at least once in a while.</summary>
    [TroopTask]
    public static async TroopTask<int> Keep(Signal bell, Latch lit, TimeSpan pause, CancellationToken stop)
    {
        var turns = 0;
        List<TimeSpan> pauses = [];
        try
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    await bell.WaitAsync(stop).WithTimeout(pause);
                }
                catch (TimeoutException)
                {
                    pauses.Add(pause);
                }

                turns++;
                if (!lit.IsOpen)
                {
                    lit.CountDown();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The day is over.
        }

        return turns - pauses.Count;
    }

    /// <summary>So many threads wait for the first light, and see it together.</summary>
    [TroopTask]
    public static async TroopTask<int> Watch(int watchers)
    {
        Signal bell = new();
        Latch lit = new(1);
        using CancellationTokenSource day = new();
        var evening = day.Token;
        using var ringing = evening.Register(bell.Set);

        var pause = TimeSpan.FromSeconds(1);
        if (watchers > 10)
        {
            pause /= 2;
        }

        var keeper = TroopThread.Start(() => Keep(bell, lit, pause, evening));
        List<TroopThread<int>> threads = [];
        for (var i = 0; i < watchers; i++)
        {
            var number = i;
            threads.Add(
                TroopThread.Start(async () =>
                {
                    await lit.WaitAsync(evening);
                    return number;
                })
            );
        }

        bell.Set();
        var sum = 0;
        foreach (var thread in threads)
        {
            sum += await thread.Join();
        }

        await day.CancelAsync();
        return sum + await keeper.Join();
    }
}
