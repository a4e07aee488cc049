using System.Runtime.CompilerServices;
using Troops.Scheduling;

namespace Troops.Tests.Tasks.Copies;

/// <summary>Runs a <see cref="Program"/> in the calling thread, as copies or as ordinary bodies, and notes the order of everything.</summary>
internal sealed class ProgramRun(bool preempts)
{
    internal List<string> Trace { get; } = [];

    /// <summary>How often the thread was stepped back, and how often the queue was handed off.</summary>
    internal int SteppedBack { get; private set; }

    internal int HandedOff { get; private set; }

    [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
    internal async TroopTask<int> Copy(Program program)
    {
        Stack<TroopTask<int>> started = [];
        int child = 0;
        Trace.Add($"{program.Id} begins");
        foreach (Step step in program.Steps)
        {
            Trace.Add($"{program.Id} {step}");
            switch (step)
            {
                case Step.Loop or Step.Preempted:
                    long turn = Prepare(step);
                    if (TroopFuel.Spend())
                    {
                        await TroopFuel.Refill(1);
                    }

                    See(turn);
                    break;
                case Step.Call when child < program.Children.Length:
                    Ended(program, await TroopSite.At(Copy(program.Children[child++]), 2));
                    break;
                case Step.Start when child < program.Children.Length:
                    bool was = TroopFuel.BeginApart();
                    started.Push(Copy(program.Children[child++]));
                    TroopFuel.EndApart(was);
                    break;
                case Step.Yield:
                    await TroopSite.At(TroopTask.Yield(), 3);
                    break;
                case Step.Await when started.TryPop(out TroopTask<int> last):
                    Ended(program, await TroopSite.At(last, 4));
                    break;
                case Step.Fault when program.Children.Length > 0:
                    try
                    {
                        await TroopSite.At(CopyFault(program), 5);
                    }
                    catch (FormatException)
                    {
                        Trace.Add($"{program.Id} caught");
                    }

                    break;
            }
        }

        while (started.TryPop(out TroopTask<int> next))
        {
            Ended(program, await TroopSite.At(next, 6));
        }

        Trace.Add($"{program.Id} ends");
        return program.Id;
    }

    [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
    private async TroopTask CopyFault(Program program)
    {
        try
        {
            long turn = Prepare(Step.Preempted);
            if (TroopFuel.Spend())
            {
                await TroopFuel.Refill(7);
            }

            See(turn);
            throw new FormatException();
        }
        finally
        {
            Trace.Add($"{program.Id} throws");
        }
    }

    /// <summary>The same without the generator: it is what the copy must mean.</summary>
    internal async TroopTask<int> Ordinary(Program program)
    {
        Stack<TroopTask<int>> started = [];
        int child = 0;
        Trace.Add($"{program.Id} begins");
        foreach (Step step in program.Steps)
        {
            Trace.Add($"{program.Id} {step}");
            switch (step)
            {
                case Step.Call when child < program.Children.Length:
                    Ended(program, await Ordinary(program.Children[child++]));
                    break;
                case Step.Start when child < program.Children.Length:
                    started.Push(Ordinary(program.Children[child++]));
                    break;
                case Step.Yield:
                    await TroopTask.Yield();
                    break;
                case Step.Await when started.TryPop(out TroopTask<int> last):
                    Ended(program, await last);
                    break;
                case Step.Fault when program.Children.Length > 0:
                    try
                    {
                        await OrdinaryFault(program);
                    }
                    catch (FormatException)
                    {
                        Trace.Add($"{program.Id} caught");
                    }

                    break;
            }
        }

        while (started.TryPop(out TroopTask<int> next))
        {
            Ended(program, await next);
        }

        Trace.Add($"{program.Id} ends");
        return program.Id;
    }

    private async TroopTask OrdinaryFault(Program program)
    {
        await TroopTask.CompletedTask;
        Trace.Add($"{program.Id} throws");
        throw new FormatException();
    }

    private void Ended(Program program, int child) => Trace.Add($"{program.Id} has {child}");

    private long Prepare(Step step)
    {
        Worker worker = Worker.Current!;
        if (preempts && step == Step.Preempted)
        {
            worker.ExpireSlice();
        }

        wasAlone = worker.IsAlone;
        return worker.Turns;
    }

    private bool wasAlone;

    private void See(long turn)
    {
        Worker worker = Worker.Current!;
        SteppedBack += worker.Turns != turn ? 1 : 0;
        HandedOff += worker.IsAlone && !wasAlone ? 1 : 0;
    }
}
