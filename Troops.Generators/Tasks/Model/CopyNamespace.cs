namespace Troops.Generators.Tasks.Model;

/// <summary>A namespace around a task.</summary>
/// <param name="Name">As the user wrote it.</param>
/// <param name="IsFileScoped">Whether it has no braces.</param>
/// <param name="Usings">Directives in it, a line each.</param>
internal sealed record CopyNamespace(string Name, bool IsFileScoped, Sequence<string> Usings);
