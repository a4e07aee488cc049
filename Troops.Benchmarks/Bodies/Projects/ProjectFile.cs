namespace Troops.Benchmarks.Bodies.Projects;

/// <summary>What a project's file says, as far as it can be read without building it.</summary>
/// <param name="Path">Of the file; of the folder, if there is none.</param>
/// <param name="Assembly">Its name.</param>
/// <param name="Sources">Paths.</param>
/// <param name="References">Paths of other project files.</param>
/// <param name="Defines">Symbols that <c>#if</c> asks for.</param>
/// <param name="Usings">Global ones, a directive each.</param>
/// <param name="IsNullable">Whether annotations are on.</param>
/// <param name="IsChecked">Whether arithmetic is.</param>
internal sealed record ProjectFile(
    string Path,
    string Assembly,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Defines,
    IReadOnlyList<string> Usings,
    bool IsNullable,
    bool IsChecked
);
