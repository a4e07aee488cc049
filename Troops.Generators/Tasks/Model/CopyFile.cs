namespace Troops.Generators.Tasks.Model;

/// <summary>The copies of the tasks that one type declares in one file of source.</summary>
/// <param name="HintName">Of the file that is written.</param>
/// <param name="Usings">Directives of the file, a line each.</param>
/// <param name="Namespaces">Those around the type, from outside in.</param>
/// <param name="Types">The heads of the types around the tasks, from outside in.</param>
/// <param name="Tasks">The copies.</param>
internal sealed record CopyFile(
    string HintName,
    Sequence<string> Usings,
    Sequence<CopyNamespace> Namespaces,
    Sequence<string> Types,
    Sequence<CopiedTask> Tasks
);
