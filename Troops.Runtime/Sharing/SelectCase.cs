using System.ComponentModel;

namespace Troops.Sharing;

/// <summary>A send or a receive that <see cref="Select"/> may choose. Made by a channel; belongs to the thread that made it; for one select at a time, then again.</summary>
public abstract class SelectCase
{
    private bool waits;

    private protected SelectCase() { }

    /// <summary>Where the channel stands in the order in which a select enters the gates of its channels.</summary>
    internal abstract long Order { get; }

    /// <summary>True while a select waits with this case.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal bool Waits
    {
        get => Volatile.Read(ref waits);
        set => Volatile.Write(ref waits, value);
    }

    /// <summary>Checks that the caller may use the channel; returns its thread.</summary>
    internal abstract TroopThread? Enter();

    internal abstract void EnterGates();

    internal abstract void ExitGates();

    /// <summary>Under the gates: does it, if that needs no waiting. True: done, or, with <paramref name="rest"/>, done if that says so outside of the gates.</summary>
    internal abstract bool TryNow(out SelectRest? rest);

    /// <summary>Under the gates: lets <paramref name="select"/> wait for it.</summary>
    internal abstract IWaiter Queue(SelectOperation select, int index);

    /// <summary>The select has ended otherwise.</summary>
    internal abstract void Withdraw(IWaiter waiter);
}
