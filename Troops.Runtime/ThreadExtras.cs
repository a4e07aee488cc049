using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Troops.Diagnostics;
using Troops.Tasks;

namespace Troops;

/// <summary>What most threads never need, made when it is asked for.</summary>
internal sealed class ThreadExtras
{
    /// <summary>Installed in each turn; null: the default context. The turn's alone.</summary>
    internal ExecutionContext? Context { get; set; }

    /// <summary>What the preempted task had set, and goes on with. The turn's alone.</summary>
    internal SynchronizationContext? Synchronization { get; set; }

    /// <summary>The first fault that counts for the thread. The turn's, and whoever saw the thread end.</summary>
    internal ExceptionDispatchInfo? Fault { get; set; }

    /// <summary>The faults of tasks that are leaving their bodies without having thrown. The turn's alone.</summary>
    internal Dictionary<TaskCore, object> Ending { get; } = [];

    /// <summary>Faulted tasks that nobody has awaited yet. The turn's alone.</summary>
    internal UnobservedTasks Unobserved { get; } = new();

    /// <summary>Tasks that observers outside wait for, to be told if the thread is given up in the middle of a turn. Guarded by a lock on the set.</summary>
    internal HashSet<TaskCore> Observers { get; } = [];

    /// <summary>The fault that an await threw last, and through how many bodies in a row it went. The turn's alone.</summary>
    internal ExceptionDispatchInfo? LastThrown { get; set; }
    internal int LevelsUp { get; set; }

    /// <summary>What thread states keep here; see <see cref="TroopThread.States"/>. The turn's alone.</summary>
    internal ConditionalWeakTable<object, object>? States { get; set; }

    internal string? Name { get; set; }

    /// <summary>The thread's activity, if somebody listened when it was started.</summary>
    internal ThreadSpan? Span { get; set; }

    /// <summary>The thread's own token; made by whoever asks first.</summary>
    internal CancellationTokenSource? Cancellation;

    /// <summary>The link from the troop's token; written by the maker of <see cref="Cancellation"/>.</summary>
    internal CancellationTokenRegistration Link { get; set; }
}
