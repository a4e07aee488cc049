using System.Runtime.ExceptionServices;
using Troops.Diagnostics;

namespace Troops.Tasks;

/// <summary>What a faulted task keeps, and how its fault came to it without being thrown.</summary>
/// <remarks>
/// One of: an <see cref="ExceptionDispatchInfo"/>; an exception of ours that nobody has thrown; a <see cref="PassedFault"/>; or the task that this one has awaited, whose fault it is. The last is how a fault goes up suspended
/// bodies: it costs no object, since each of them says itself which body it is, and in which line it was.
/// </remarks>
internal static class FaultPath
{
    /// <summary>What was thrown, or made.</summary>
    internal static Exception ExceptionOf(object fault) =>
        Origin(fault) switch
        {
            ExceptionDispatchInfo thrown => thrown.SourceException,
            object made => (Exception)made,
        };

    /// <summary>Where the path begins: an <see cref="ExceptionDispatchInfo"/>, or an exception.</summary>
    internal static object Origin(object fault)
    {
        while (fault is TaskCore task)
        {
            fault = task.KeptFault!;
        }

        return fault is PassedFault passed ? passed.Origin : fault;
    }

    /// <summary>The fault of <paramref name="task"/>, with the awaits that it has passed in its stack trace.</summary>
    internal static ExceptionDispatchInfo Arrive(TaskCore task)
    {
        object origin = Origin(task);
        List<string> frames = FramesOf(task);
        if (origin is ExceptionDispatchInfo thrown && frames.Count == 0)
        {
            return thrown;
        }

        Exception fault = ExceptionOf(origin);
        if (frames.Count == 0 || LogicalStack.TryAdd(fault, frames) || origin is Exception)
        {
            return ExceptionDispatchInfo.Capture(fault);
        }

        return (ExceptionDispatchInfo)origin;
    }

    /// <summary>The awaits, from the outside in, as lines of a stack trace.</summary>
    private static List<string> FramesOf(TaskCore task)
    {
        List<string> frames = new(16);
        object? step = task;
        while (step is not null)
        {
            if (step is PassedFault passed)
            {
                frames.Add(passed.Place.FrameAt(passed.Line));
                step = passed.Inner;
                continue;
            }

            TaskCore body = (TaskCore)step;
            step = body.KeptFault as PassedFault;
            if (body.KeptFault is TaskCore awaited)
            {
                frames.Add(body.Place!.FrameAt(body.Line));
                step = awaited;
            }
        }

        return frames;
    }
}
