namespace Troops.Tasks;

/// <summary>An operation that waits for the end of a thread.</summary>
internal interface IJoin
{
    /// <summary>The join that came before it in the thread's chain. Not <see cref="TaskCore.Sibling"/>: a join may be the body of a thread, and then that is a list of its own.</summary>
    TaskCore? Earlier { get; set; }

    /// <summary>It is the first join: result and fault are moved to it.</summary>
    bool Moves { get; }

    /// <summary>The thread has ended: called once, by whoever ended it. False if the joiner has gone away.</summary>
    bool Deliver();

    /// <summary>The thread had ended before: called by the joiner itself, which need not suspend.</summary>
    void DeliverInline();
}
