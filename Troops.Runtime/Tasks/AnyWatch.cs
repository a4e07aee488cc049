namespace Troops.Tasks;

/// <summary>
/// A WhenAny's interest in one of its tasks. It stands before the task's awaiter in <see cref="TaskCore.Continuation"/>, so that the task can be awaited, and be watched by others, meanwhile.
/// </summary>
internal sealed class AnyWatch(AnyTask any, int index) : TaskCore(null)
{
    /// <summary>The next watch, then the awaiter.</summary>
    internal new TaskCore? Next { get; set; }

    /// <summary>The last of the watches.</summary>
    internal AnyWatch Last
    {
        get
        {
            AnyWatch last = this;
            while (last.Next is AnyWatch next)
            {
                last = next;
            }

            return last;
        }
    }

    internal void Ended() => any.MemberEnded(index);

    /// <summary>Never queued.</summary>
    internal override void Run() { }
}
