using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Troops.Scheduling;

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

    /// <summary>Takes the result of what has ended well, in a turn of its thread that need not look up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe bool TryTake([MaybeNullWhen(false)] out T result)
    {
        Gauge* gauge = Gauge.Current;
        if (!HasResult || Thread is not { } thread || !thread.IsCurrent(gauge) || --gauge->Fuel < 0 || gauge->Attention != 0)
        {
            result = default;
            return false;
        }

        Mark(TaskFlags.Consumed);
        result = Result!;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            Result = default;
        }

        return true;
    }
}
