using System.Runtime.CompilerServices;
using Troops.Scheduling;
using Troops.Tasks;

namespace Troops;

/// <content>What <see cref="Sharing.ThreadState{T}"/> keeps here.</content>
public abstract partial class TroopThread
{
    /// <summary>A value for each state object. The keys are weak, so the thread keeps no state object alive, and no value whose state object is gone. The turn's alone.</summary>
    internal ConditionalWeakTable<object, object> States => Extras.States ??= [];

    /// <summary>The thread that is calling.</summary>
    internal static TroopThread CurrentFor(string what)
    {
        Worker? worker = Worker.Current;
        if (worker?.Thread is not TroopThread thread)
        {
            throw Mistakes.OutsideThread(what);
        }

        worker.Spend(1);
        return thread;
    }

    /// <summary>The thread is over; its handle may live on without them.</summary>
    private void DropStates() => extras?.States = null;
}
