using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Generators.Tasks.Emitting;
using Troops.Generators.Tasks.Model;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>Compiles what is to be written, once, before anybody else does: a copy that is wrong is left out, and its original runs.</summary>
/// <remarks>A user must never see an error in a file that nobody wrote. What the walker knows nothing of, a construct of tomorrow or a name of another generator, ends here.</remarks>
internal static class CopyTrial
{
    /// <summary>The copies that do not compile, by their names; empty if all do.</summary>
    internal static HashSet<string> Failing(Compilation compilation, ParsedTasks tasks, CancellationToken cancellation)
    {
        HashSet<string> failing = new(StringComparer.Ordinal);
        CSharpParseOptions? options = (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options;
        List<(SyntaxTree Tree, IEnumerable<string> Names)> trees = [];
        foreach (CopyFile file in tasks.Copies)
        {
            trees.Add((Parse(file.HintName, CopyEmitter.Write(file), options, cancellation), file.Tasks.Select(static task => task.Name)));
        }

        Compilation trial = compilation.AddSyntaxTrees(trees.Select(static tree => tree.Tree));
        foreach ((SyntaxTree tree, IEnumerable<string> names) in trees)
        {
            foreach (Diagnostic problem in trial.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellation))
            {
                if (problem.DefaultSeverity == DiagnosticSeverity.Error)
                {
                    // Outside of a copy it is the head of the file, and all of it is lost.
                    failing.UnionWith(CopyAt(tree, problem.Location, cancellation) is { } name ? [name] : names);
                }
            }
        }

        return failing;
    }

    private static SyntaxTree Parse(string path, string text, CSharpParseOptions? options, CancellationToken cancellation) =>
        CSharpSyntaxTree.ParseText(text, options, path, cancellationToken: cancellation);

    private static string? CopyAt(SyntaxTree tree, Location location, CancellationToken cancellation)
    {
        string? name = tree.GetRoot(cancellation).FindNode(location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText;
        string end = CopyNames.Started("");
        return name?.EndsWith(end, StringComparison.Ordinal) == true ? name.Substring(0, name.Length - end.Length) : name;
    }
}
