namespace Troops.Tasks;

/// <summary>The states of a task; written by its thread's turn alone.</summary>
[Flags]
internal enum TaskFlags : ushort
{
    None = 0,

    /// <summary>Over; the result or the fault is there.</summary>
    Completed = 1,

    /// <summary>With <see cref="Completed"/>: there is a fault instead of a result.</summary>
    Faulted = 2,

    /// <summary>Its result or fault was given out: a second await is a mistake.</summary>
    Consumed = 4,

    /// <summary>It is the body of the thread: its end is the thread's result.</summary>
    Root = 8,

    /// <summary>Its fault waits in the thread's list of unobserved ones, or has waited there.</summary>
    Unobserved = 16,

    /// <summary>With <see cref="Unobserved"/>: somebody has come for it.</summary>
    Observed = 8192,

    /// <summary>Counted among the thread's suspended tasks, or was.</summary>
    Adopted = 32,

    /// <summary>Ended: no longer counted.</summary>
    Released = 64,

    /// <summary>Named in a WhenAll that is being made: the second time is a mistake.</summary>
    Named = 128,

    /// <summary>The frame of a copy: it may be preempted.</summary>
    Copy = 256,

    /// <summary>It waits for a task that was preempted, and would not have suspended otherwise: when that ends it goes on before its siblings.</summary>
    Interrupted = 512,

    /// <summary>Whoever awaits it does so outside of any handler: a fault passes on without being thrown there.</summary>
    Through = 2048,

    /// <summary>Whoever awaits it leaves its body at once if it has faulted, and only <c>finally</c> blocks are on the way: nothing is thrown there. With <see cref="Through"/>: the await is what the body returns.</summary>
    Unwinds = 16384,

    /// <summary>It is leaving its body with a fault that was not thrown; <c>finally</c> blocks may run yet.</summary>
    Ending = 32768,

    /// <summary>What it waited for has faulted, and it has no handler: its turn ends it with that fault.</summary>
    PassesOn = 4096,

    /// <summary>In the thread's list of suspended tasks; it may have ended since.</summary>
    Linked = 1024,
}
