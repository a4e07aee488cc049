using System.Runtime.ExceptionServices;
using Troops.Diagnostics;

namespace Troops.Tasks;

/// <summary>A fault that has passed an await without being thrown there, and how it came so far: one object an await, from the outside in. Immutable.</summary>
/// <param name="Origin">The fault as it was thrown, or made, last.</param>
/// <param name="Place">The body that it has passed.</param>
/// <param name="Line">Of the await; 0 if that is not known.</param>
/// <param name="Inner">What it passed before.</param>
internal sealed record PassedFault(ExceptionDispatchInfo Origin, BodyPlace Place, int Line, PassedFault? Inner)
{
    /// <summary>The fault <paramref name="detail"/> of a task, as it is after one more await.</summary>
    internal static PassedFault Pass(object detail, BodyPlace place, int line) =>
        detail is PassedFault inner ? new PassedFault(inner.Origin, place, line, inner) : new PassedFault((ExceptionDispatchInfo)detail, place, line, null);

    /// <summary>What was thrown, or made, of the fault <paramref name="detail"/> of a task.</summary>
    internal static Exception Exception(object detail) => (detail is PassedFault passed ? passed.Origin : (ExceptionDispatchInfo)detail).SourceException;

    /// <summary>The await as a line of a stack trace.</summary>
    internal string Frame() => Place.FrameAt(Line);

    /// <summary>The fault, with the awaits that it has passed in its stack trace.</summary>
    internal ExceptionDispatchInfo Arrive()
    {
        Exception fault = Origin.SourceException;
        return LogicalStack.TryAdd(fault, this) ? ExceptionDispatchInfo.Capture(fault) : Origin;
    }
}
