using System.Diagnostics.Metrics;

namespace Troops.Diagnostics;

/// <summary>The meter "Troops". Everything in it is observed: a process counts in plain fields and adds them up when somebody asks.</summary>
/// <remarks>Thread-safe. One meter for the OS process; the measurements of each <see cref="IMeasured"/> carry its name.</remarks>
internal static class TroopsMeter
{
    private static readonly Lock Gate = new();
    private static IMeasured[] measured = [];

    /// <summary>Only made when there is a process to measure.</summary>
    private static Meter? meter;

    internal static void Add(IMeasured process)
    {
        lock (Gate)
        {
            measured = [.. measured, process];
            meter ??= Make();
        }
    }

    internal static void Remove(IMeasured process)
    {
        lock (Gate)
        {
            measured = Array.FindAll(measured, other => other != process);
        }
    }

    private static Meter Make()
    {
        Meter made = new(DiagnosticNames.Source);
        Gauge(made, DiagnosticNames.Threads, "{thread}", "Threads that have started and not ended.", static figures => figures.Threads);
        Gauge(made, DiagnosticNames.RunnableThreads, "{thread}", "Threads that wait for a worker.", static figures => figures.RunnableThreads);
        Gauge(made, DiagnosticNames.Workers, "{worker}", "Workers alive: running, asleep, and spare.", static figures => figures.Workers);
        Counter(made, DiagnosticNames.StuckWorkers, "{turn}", "Turns that kept a worker for too long.", static figures => figures.StuckWorkers);
        Counter(made, DiagnosticNames.KernelWakeUps, "{wakeup}", "Workers woken from sleep.", static figures => figures.KernelWakeUps);
        Counter(made, DiagnosticNames.Turns, "{turn}", "Turns begun.", static figures => figures.Turns);
        Counter(made, DiagnosticNames.Parks, "{park}", "Turns that ended with the thread parked.", static figures => figures.Parks);
        Counter(made, DiagnosticNames.Steals, "{steal}", "Searches that took threads from another worker.", static figures => figures.Steals);
        Counter(made, DiagnosticNames.HandOffs, "{handoff}", "Run queues taken from turns that went on alone.", static figures => figures.HandOffs);
        Counter(made, DiagnosticNames.Faults, "{fault}", "Threads that ended with a fault.", static figures => figures.Faults);
        Counter(made, DiagnosticNames.Kills, "{kill}", "Troops killed.", static figures => figures.Kills);
        Counter(made, DiagnosticNames.ArmedTimers, "{timer}", "Timers armed.", static figures => figures.ArmedTimers);
        Counter(made, DiagnosticNames.FiredTimers, "{timer}", "Timers fired.", static figures => figures.FiredTimers);
        return made;
    }

    private static void Counter(Meter meter, string name, string unit, string description, [ThreadEntry] Func<ProcessFigures, long> figure) =>
        meter.CreateObservableCounter(name, () => Observe(figure), unit, description);

    /// <summary>An amount that goes up and down, and that may be added up over processes.</summary>
    private static void Gauge(Meter meter, string name, string unit, string description, [ThreadEntry] Func<ProcessFigures, long> figure) =>
        meter.CreateObservableUpDownCounter(name, () => Observe(figure), unit, description);

    private static Measurement<long>[] Observe(Func<ProcessFigures, long> figure) =>
        Array.ConvertAll(
            Volatile.Read(ref measured),
            process => new Measurement<long>(figure(process.Measure()), new KeyValuePair<string, object?>(DiagnosticNames.ProcessTag, process.Name))
        );
}
