using System.Runtime.CompilerServices;
using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <content>Waiting for several tasks.</content>
public readonly partial struct TroopTask
{
    /// <summary>Ends when all of <paramref name="tasks"/> have; each counts as awaited. If some fault, the first of them, in this order, is thrown; the others count as faults that nobody awaits: they are reported, and fault the thread when its body ends.
    /// One that was only cancelled (<see cref="OperationCanceledException"/>) is thrown if no other fault is there, and is not reported.</summary>
    public static TroopTask WhenAll(params ReadOnlySpan<TroopTask> tasks)
    {
        TaskCore?[] cores = new TaskCore?[tasks.Length];
        for (int i = 0; i < cores.Length; i++)
        {
            cores[i] = tasks[i].Core;
        }

        return new TroopTask(Combine(cores, static () => default(Unit)));
    }

    /// <summary>As above; the results, in the order of the tasks.</summary>
    public static TroopTask<T[]> WhenAll<T>(params ReadOnlySpan<TroopTask<T>> tasks)
    {
        TroopTask<T>[] copy = tasks.ToArray();
        return new TroopTask<T[]>(Combine(Cores(tasks), () => Array.ConvertAll(copy, static task => task.ResultInThread)));
    }

    /// <summary>Ends when both tasks have, with both results.</summary>
    public static TroopTask<(T1 First, T2 Second)> WhenAll<T1, T2>(TroopTask<T1> first, TroopTask<T2> second) =>
        new(Combine([first.Core, second.Core], () => (first.ResultInThread, second.ResultInThread)));

    /// <summary>Ends when all three tasks have, with their results.</summary>
    public static TroopTask<(T1 First, T2 Second, T3 Third)> WhenAll<T1, T2, T3>(TroopTask<T1> first, TroopTask<T2> second, TroopTask<T3> third) =>
        new(Combine([first.Core, second.Core, third.Core], () => (first.ResultInThread, second.ResultInThread, third.ResultInThread)));

    /// <summary>Ends when all four tasks have, with their results.</summary>
    public static TroopTask<(T1 First, T2 Second, T3 Third, T4 Fourth)> WhenAll<T1, T2, T3, T4>(
        TroopTask<T1> first,
        TroopTask<T2> second,
        TroopTask<T3> third,
        TroopTask<T4> fourth
    ) =>
        new(
            Combine(
                [first.Core, second.Core, third.Core, fourth.Core],
                () => (first.ResultInThread, second.ResultInThread, third.ResultInThread, fourth.ResultInThread)
            )
        );

    /// <summary>
    /// Ends when one of <paramref name="tasks"/> has, with its index. It consumes none: each is still to be awaited, faulted or not.
    /// </summary>
    /// <exception cref="ArgumentException">There is no task to wait for.</exception>
    public static TroopTask<int> WhenAny(params ReadOnlySpan<TroopTask> tasks)
    {
        TaskCore?[] cores = new TaskCore?[tasks.Length];
        for (int i = 0; i < cores.Length; i++)
        {
            cores[i] = tasks[i].Core;
        }

        return Any(cores);
    }

    /// <inheritdoc cref="WhenAny(ReadOnlySpan{TroopTask})"/>
    public static TroopTask<int> WhenAny<T>(params ReadOnlySpan<TroopTask<T>> tasks) => Any(Cores(tasks));

    private static TroopTask<int> Any(TaskCore?[] cores)
    {
        if (cores.Length == 0)
        {
            throw new ArgumentException("WhenAny needs at least one task: with none it would wait for ever.", "tasks");
        }

        return new TroopTask<int>(new AnyTask(ThreadFor("TroopTask.WhenAny"), cores));
    }

    private static AllTask<T> Combine<T>(TaskCore?[] cores, Func<T> gather) => new(ThreadFor("TroopTask.WhenAll"), cores, gather);

    private static TaskCore?[] Cores<T>(ReadOnlySpan<TroopTask<T>> tasks)
    {
        TaskCore?[] cores = new TaskCore?[tasks.Length];
        for (int i = 0; i < cores.Length; i++)
        {
            cores[i] = tasks[i].Core;
        }

        return cores;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TroopThread ThreadFor(string what) => Worker.Current?.Thread as TroopThread ?? throw Mistakes.OutsideThread(what);
}
