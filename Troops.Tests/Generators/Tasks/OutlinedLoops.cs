using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Tests.Generators.Tasks;

/// <summary>The functions that loops have become in the copies of a compilation.</summary>
internal static class OutlinedLoops
{
    internal const string Separator = " | ";

    /// <summary>By the user's type and method; empty for a copy with none.</summary>
    /// <param name="output">With what the generator has written.</param>
    internal static IReadOnlyDictionary<string, string> In(Compilation output) =>
        TasksRun
            .Generated(output)
            .SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .OfType<MethodDeclarationSyntax>()
            .Where(static method => method.AttributeLists.ToString().Contains("TroopCopyMethodBuilder", StringComparison.Ordinal))
            .GroupBy(NameOf)
            .ToDictionary(
                static overloads => overloads.Key,
                static overloads =>
                    string.Join(
                        Separator,
                        overloads.SelectMany(static method => method.DescendantNodes()).OfType<LocalFunctionStatementSyntax>().Where(IsLoop).Select(HeadOf)
                    )
            );

    private static string NameOf(MethodDeclarationSyntax method) =>
        $"{string.Join('.', method.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(static type => type.Identifier.Text))}.{ShownOf(method.Identifier.Text)}";

    /// <summary>Between the prefix and the hash.</summary>
    private static string ShownOf(string copy) => copy["__troop_".Length..][..^"_12345678".Length];

    private static bool IsLoop(LocalFunctionStatementSyntax function) => function.Identifier.Text.StartsWith("__troop_loop", StringComparison.Ordinal);

    private static string HeadOf(LocalFunctionStatementSyntax loop) =>
        $"{loop.Modifiers} {loop.ReturnType} {loop.ParameterList}".Replace("global::", "", StringComparison.Ordinal).Trim();
}
