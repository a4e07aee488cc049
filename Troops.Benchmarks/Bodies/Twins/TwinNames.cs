using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Benchmarks.Bodies.Twins;

/// <summary>What is put beside a method is called.</summary>
internal static class TwinNames
{
    internal const string Task = "__asTask";
    private const string Caller = "__called";

    /// <summary>Explicit implementations of one method in two interfaces do not meet.</summary>
    internal static string Of(MethodDeclarationSyntax method)
    {
        string name = method.Identifier.ValueText;
        return method.ExplicitInterfaceSpecifier is { } specifier
            ? $"{string.Concat(specifier.Name.ToString().Select(static character => char.IsLetterOrDigit(character) ? character : '_'))}_{name}{Task}"
            : $"{name}{Task}";
    }

    /// <summary>Of a method that calls the twin and is no task: there an interceptor is needed.</summary>
    internal static string CallerOf(MethodDeclarationSyntax method) => $"{Of(method)}{Caller}";

    internal static bool IsTwin(MethodDeclarationSyntax method) => method.Identifier.ValueText.EndsWith(Task, StringComparison.Ordinal);
}
