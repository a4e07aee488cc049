using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <summary>
/// Threads that trust each other and share one set of limits: the unit of kill, accounting and isolation. Between troops go only data and capabilities.
/// </summary>
/// <remarks>Thread-safe. Made by <see cref="TroopProcess.CreateTroop"/>; each process has one without limits, <see cref="TroopProcess.Main"/>.</remarks>
[ThreadSafe]
[Audited("the runtime's owners", "the states and their writers are in Scheduling/README.md", "2030-12-31")]
public sealed partial class Troop
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>Cancelled with the other: only the threads' own tokens hang on it, so that no callback of somebody's can hold them up.</summary>
    private readonly CancellationTokenSource threadCancellation = new();

    internal Troop(TroopProcess process, Scheduler scheduler, string name, TroopLimits limits)
    {
        Process = process;
        Name = name;
        Limits = limits;
        Share = new TroopShare(scheduler, this, Limits.MaxTasks is not null);
    }

    /// <summary>The troop of the thread that is calling.</summary>
    /// <exception cref="InvalidOperationException">The caller runs outside of every thread.</exception>
    public static Troop Current => CurrentOrNull ?? throw Mistakes.OutsideThread("Troop.Current");

    /// <summary>As given to <see cref="TroopProcess.CreateTroop"/>.</summary>
    public string Name { get; }

    /// <summary>The process that the troop belongs to.</summary>
    public TroopProcess Process { get; }

    /// <summary>What the troop may use.</summary>
    public TroopLimits Limits { get; }

    /// <summary>What happens when a thread faults and nobody joins it.</summary>
    public FaultPolicy FaultPolicy
    {
        get => (FaultPolicy)Volatile.Read(ref faultPolicy);
        set =>
            Volatile.Write(
                ref faultPolicy,
                Enum.IsDefined(value) ? (int)value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such policy.")
            );
    }

    /// <summary>Cancelled when the troop is asked to stop, and when it is killed; each thread's own token follows it.</summary>
    public CancellationToken CancellationToken => cancellation.Token;

    /// <summary>True from the moment that the troop takes no more work: it was killed, stopped, or is stopping.</summary>
    public bool IsStopped => Volatile.Read(ref phase) != Open;

    /// <summary>Threads that have started and not ended.</summary>
    public int ThreadCount => (int)live.Read();

    internal static Troop? CurrentOrNull => (Troop?)Worker.Current?.Thread?.Share.Owner;

    internal TroopShare Share { get; }

    /// <summary>What the token of each thread follows.</summary>
    internal CancellationToken ThreadCancellation => threadCancellation.Token;

    /// <summary>It was killed because its process ends: each thread that is still there is cut off.</summary>
    internal bool IsCutOff => Volatile.Read(ref cutOff);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
