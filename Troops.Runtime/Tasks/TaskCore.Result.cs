using System.Diagnostics;

namespace Troops.Tasks;

/// <summary>A task with a result.</summary>
internal abstract class TaskCore<T> : TaskCore
{
    private protected TaskCore(TroopThread? thread)
        : base(thread) { }

    /// <summary>Set before the task completes, if it has no fault.</summary>
    internal T? Result { get; set; }

    [StackTraceHidden]
    internal T TakeResult()
    {
        Consume();
        T result = Result!;
        Result = default;
        return result;
    }
}
