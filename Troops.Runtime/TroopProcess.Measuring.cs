using Troops.Diagnostics;
using Troops.Scheduling;

namespace Troops;

/// <content>What the meter "Troops" observes.</content>
public sealed partial class TroopProcess
{
    private readonly Measured measured;

    private sealed class Measured(TroopProcess process) : IMeasured
    {
        public string Name => process.Name;

        public ProcessFigures Measure()
        {
            Scheduler scheduler = process.scheduler;
            WorkerCounts counts = scheduler.Count();
            long threads = 0;
            foreach (Troop troop in process.Troops())
            {
                threads += troop.ThreadCount;
            }

            return new ProcessFigures
            {
                Threads = threads,
                RunnableThreads = scheduler.Runnable,
                Workers = scheduler.Spares.Alive,
                StuckWorkers = scheduler.Rare.StuckWorkers,
                KernelWakeUps = scheduler.Idle.Wakes,
                Turns = counts.Turns,
                Parks = counts.Parks,
                Steals = counts.Steals,
                HandOffs = scheduler.Rare.HandOffs,
                Faults = scheduler.Rare.Faults,
                Kills = scheduler.Rare.Kills,
                ArmedTimers = counts.ArmedTimers,
                FiredTimers = counts.FiredTimers,
            };
        }
    }
}
