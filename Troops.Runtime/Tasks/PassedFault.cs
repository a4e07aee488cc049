using Troops.Diagnostics;

namespace Troops.Tasks;

/// <summary>A fault that has passed an await of a body that has no task of its own to say so, or not yet. Immutable.</summary>
/// <param name="Origin">See <see cref="FaultPath.Origin"/>.</param>
/// <param name="Place">The body.</param>
/// <param name="Line">Of the await; 0 if that is not known.</param>
/// <param name="Inner">What was awaited.</param>
internal sealed record PassedFault(object Origin, BodyPlace Place, int Line, TaskCore Inner);
