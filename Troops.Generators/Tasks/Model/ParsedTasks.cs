namespace Troops.Generators.Tasks.Model;

/// <summary>All that is written for a compilation.</summary>
/// <param name="Copies">A file a type and source file.</param>
/// <param name="Interceptors">A file a source file.</param>
internal sealed record ParsedTasks(Sequence<CopyFile> Copies, Sequence<InterceptorFile> Interceptors)
{
    internal static readonly ParsedTasks None = new(default, default);
}
