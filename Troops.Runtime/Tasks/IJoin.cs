namespace Troops.Tasks;

/// <summary>An operation that waits for the end of a thread.</summary>
internal interface IJoin
{
    /// <summary>The thread has ended: called once, by whoever ended it.</summary>
    void Deliver();

    /// <summary>The thread had ended before: called by the joiner itself, which need not suspend.</summary>
    void DeliverInline();
}
