namespace Troops.Generators.Tasks.Model;

/// <summary>The copy of one task.</summary>
/// <param name="Name">Of the copy.</param>
/// <param name="ShownName">What dumps call it: the user's name.</param>
/// <param name="File">Of the declaration, as the user's directives say.</param>
/// <param name="Line">Of the declaration in that file, from 1.</param>
/// <param name="Kept">Attributes of the method that its copy needs too, a line each.</param>
/// <param name="Modifiers">With a blank after each: <c>internal static </c>.</param>
/// <param name="ReturnType">As the user wrote it.</param>
/// <param name="HasResult">Whether the task has one.</param>
/// <param name="TypeParameters">With their brackets; empty if there are none.</param>
/// <param name="Parameters">With their parentheses, as the user wrote them.</param>
/// <param name="Constraints">With a blank before; empty if there are none.</param>
/// <param name="Call">A call of the copy that passes its own parameters on; null if nobody calls it but the thread that it is the body of.</param>
/// <param name="HasAnnotations">Whether nullable annotations mean something there.</param>
/// <param name="Body">The lines of the body, with directives that lead back to the user's.</param>
/// <param name="HasOutlined">Whether loops have become functions in it.</param>
internal sealed record CopiedTask(
    string Name,
    string ShownName,
    string File,
    int Line,
    Sequence<string> Kept,
    string Modifiers,
    string ReturnType,
    bool HasResult,
    string TypeParameters,
    string Parameters,
    string Constraints,
    string? Call,
    bool HasAnnotations,
    string Body,
    bool HasOutlined
);
