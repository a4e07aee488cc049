using System.Runtime.CompilerServices;
using Troops.Tasks;

namespace Troops;

/// <content>What <see cref="Sharing.TroopState{T}"/> keeps here.</content>
/// <remarks>
/// A value is in the table when it is whole. One thread of the troop at a time makes values, under one lock for all of them: two factories that ask for each other's values find out
/// instead of waiting for each other. A body that a factory calls may go on on another kernel thread's stack, so who holds the lock is told by <c>stateMaker</c>, not by the lock.
/// </remarks>
public sealed partial class Troop
{
    private readonly Lock statesGate = new();
    private readonly HashSet<object> statesInTheMaking = new(ReferenceEqualityComparer.Instance);
    private ConditionalWeakTable<object, object>? states;
    private TroopThread? stateMaker;

    /// <summary>The value for <paramref name="key"/>; null if there is none yet.</summary>
    internal object? StateFor(object key) => Volatile.Read(ref states) is { } table && table.TryGetValue(key, out object? value) ? value : null;

    /// <summary>The value for <paramref name="key"/>, made if there is none.</summary>
    internal object MakeState(object key, Func<object> make, TroopThread thread)
    {
        if (Volatile.Read(ref stateMaker) == thread)
        {
            return MakeStateAlone(key, make);
        }

        lock (statesGate)
        {
            Volatile.Write(ref stateMaker, thread);
            try
            {
                return MakeStateAlone(key, make);
            }
            finally
            {
                Volatile.Write(ref stateMaker, null);
            }
        }
    }

    private object MakeStateAlone(object key, Func<object> make)
    {
        if (StateFor(key) is { } known)
        {
            return known;
        }

        if (!statesInTheMaking.Add(key))
        {
            throw Mistakes.MakesItself("troop state");
        }

        try
        {
            object made = make();
            ConditionalWeakTable<object, object> table = states ?? [];
            table.Add(key, made);
            Volatile.Write(ref states, table);
            return made;
        }
        finally
        {
            statesInTheMaking.Remove(key);
        }
    }

    /// <summary>The troop is over; its handle may live on without them.</summary>
    private void DropStates() => Volatile.Write(ref states, null);
}
