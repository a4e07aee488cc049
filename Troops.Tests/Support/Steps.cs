namespace Troops.Tests.Support;

/// <summary>Small tasks that many tests are made of.</summary>
internal static class Steps
{
    /// <summary>Suspends <paramref name="times"/> times; 0: completes inline.</summary>
    [TroopTask]
    internal static async TroopTask Pause(int times)
    {
        for (int i = 0; i < times; i++)
        {
            await TroopTask.Yield();
        }
    }

    [TroopTask]
    internal static async TroopTask<T> Give<T>(T value, int pauses)
    {
        await Pause(pauses);
        return value;
    }

    [TroopTask]
    internal static async TroopTask<T> Fault<T>(string message, int pauses)
    {
        await Pause(pauses);
        throw new FormatException(message);
    }

    [TroopTask]
    internal static async TroopTask Fault(string message, int pauses)
    {
        await Pause(pauses);
        throw new FormatException(message);
    }

    /// <summary>A task that has suspended and ended, and that nobody has awaited: unlike one that completed inline it is more than a plain value.</summary>
    [TroopTask]
    internal static async TroopTask<(TroopTask<T> Task, bool Ended)> Ended<T>(T value)
    {
        TroopTask<T> task = Give(value, 1);
        while (!task.IsCompleted)
        {
            await TroopTask.Yield();
        }

        return (task, true);
    }
}
