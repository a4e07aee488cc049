namespace Troops.Tests.Aot;

/// <summary>Threads and their tasks.</summary>
internal static class ThreadChecks
{
    internal static async Task Join(TroopProcess process)
    {
        int sum = await Check.InTime(
            process.InvokeAsync(async () =>
            {
                TroopThread<int> inline = TroopThread.Start(static () => 1);
                TroopThread<int> later = TroopThread.Start(static () => Later(2));
                TroopThread<string> text = TroopThread.Start(static () => "333");
                await TroopThread.Start(static () => { }).Join();
                return await inline.Join() + await later.Join() + (await text.Join()).Length;
            })
        );
        Check.Same(sum, 6, "the sum of what was joined");
        Check.Same(await Check.InTime(TroopProcess.RunAsync(static () => Later(5))), 5, "RunAsync");
    }

    internal static async Task Tasks(TroopProcess process)
    {
        string order = await Check.InTime(
            process.InvokeAsync(async () =>
            {
                List<string> order = [];
                TroopTask first = Note(order, "a");
                TroopTask second = Note(order, "b");
                await TroopTask.WhenAll(first, second);
                TroopTask<int> slow = Later(1);
                int ended = await TroopTask.WhenAny(slow);
                (int left, string right) = await TroopTask.WhenAll(slow, Text());
                order.Add($"{ended}{left}{right}");
                return string.Concat(order);
            })
        );
        Check.Same(order, "abab01text", "the order of the tasks");
    }

    internal static async Task Faults(TroopProcess process)
    {
        FormatException fault = await Check.ThrowsAsync<FormatException>(
            Check.InTime(
                process.InvokeAsync(static async () =>
                {
                    TroopThread faulting = TroopThread.Start(static () => Fault("bad page"));
                    await faulting.Join();
                })
            ),
            "a fault"
        );
        Check.Same(fault.Message, "bad page", "the message");
    }

    internal static async Task Deep(TroopProcess process) =>
        Check.Same(await Check.InTime(process.InvokeAsync(static () => Down(100_000))), 100_000, "the depth");

    internal static async Task Foreign(TroopProcess process) =>
        await Check.InTime(
            process.InvokeAsync(static async () =>
            {
                TroopThread home = TroopThread.Current;
                await Task.Delay(1).ConfigureAwait(false);
                Check.That(TroopThread.Current == home, "the thread after a foreign await");
                int read = await Give(3);
                Check.That(TroopThread.Current == home && read == 3, "the thread after a ValueTask");
            })
        );

    internal static async Task Many(TroopProcess process)
    {
        const int Threads = 100_000;
        long sum = await Check.InTime(
            process.InvokeAsync(static async () =>
            {
                TroopThread<int>[] threads = new TroopThread<int>[Threads];
                for (int i = 0; i < threads.Length; i++)
                {
                    int mine = i;
                    threads[i] = TroopThread.Start(() => Later(mine));
                }

                long sum = 0;
                foreach (TroopThread<int> thread in threads)
                {
                    sum += await thread.Join();
                }

                return sum;
            })
        );
        Check.Same(sum, (long)Threads * (Threads - 1) / 2, "the sum");
    }

    [TroopTask]
    internal static async TroopTask<int> Later(int value)
    {
        await TroopTask.Yield();
        return value;
    }

    [TroopTask]
    internal static async TroopTask Fault(string message)
    {
        await TroopTask.Yield();
        throw new FormatException(message);
    }

    [TroopTask]
    private static async TroopTask<string> Text()
    {
        await TroopTask.Yield();
        return "text";
    }

    [TroopTask]
    private static async TroopTask Note(List<string> order, string name)
    {
        order.Add(name);
        await TroopTask.Yield();
        order.Add(name);
    }

    [TroopTask]
    private static async TroopTask<int> Down(int depth)
    {
        if (depth == 0)
        {
            await TroopTask.Yield();
            return 0;
        }

        return 1 + await Down(depth - 1);
    }

    private static async ValueTask<int> Give(int value)
    {
        await Task.Yield();
        return value;
    }
}
