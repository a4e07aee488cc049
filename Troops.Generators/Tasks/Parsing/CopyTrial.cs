using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Generators.Tasks.Emitting;
using Troops.Generators.Tasks.Model;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>Compiles what is to be written, once, before anybody else does: what is wrong is left out, and originals run.</summary>
/// <remarks>A user must never see an error in a file that nobody wrote. What the walker knows nothing of, a construct of tomorrow or a name of another generator, ends here.</remarks>
/// <param name="Copies">Those that do not compile, by their names.</param>
/// <param name="Interceptors">Those that do not compile, by the calls that they make.</param>
internal sealed record CopyTrial(HashSet<string> Copies, HashSet<string> Interceptors)
{
    internal bool IsPassed => Copies.Count == 0 && Interceptors.Count == 0;

    internal static CopyTrial Of(Compilation compilation, ParsedTasks tasks, Action<Diagnostic>? refuse, CancellationToken cancellation)
    {
        CopyTrial trial = new(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        CSharpParseOptions? options = (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options;
        List<(SyntaxTree Tree, CopyFile File)> copies =
        [
            .. tasks.Copies.Select(file =>
                (CSharpSyntaxTree.ParseText(CopyEmitter.Write(file), options, file.HintName, cancellationToken: cancellation), file)
            ),
        ];
        List<(SyntaxTree Tree, InterceptorFile File)> interceptors =
        [
            .. tasks.Interceptors.Select(file =>
                (CSharpSyntaxTree.ParseText(InterceptorEmitter.Write(file), options, file.HintName, cancellationToken: cancellation), file)
            ),
        ];
        Compilation all = compilation.AddSyntaxTrees(copies.Select(static copy => copy.Tree).Concat(interceptors.Select(static one => one.Tree)));
        foreach ((SyntaxTree tree, CopyFile file) in copies)
        {
            foreach (string? name in Failing(all, tree, refuse, cancellation))
            {
                // Outside of a copy it is the head of the file, and all of it is lost.
                trial.Copies.UnionWith(name is null ? file.Tasks.Select(static task => task.Name) : [CopyOf(name)]);
            }
        }

        foreach ((SyntaxTree tree, InterceptorFile file) in interceptors)
        {
            foreach (string? name in Failing(all, tree, refuse, cancellation))
            {
                trial.Interceptors.UnionWith(file.Interceptors.Where(one => name is null || one.Name == name).Select(static one => one.Call));
            }
        }

        return trial;
    }

    /// <summary>The methods in which there are errors; null for one that is in none.</summary>
    private static IEnumerable<string?> Failing(Compilation all, SyntaxTree tree, Action<Diagnostic>? refuse, CancellationToken cancellation)
    {
        foreach (Diagnostic problem in all.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellation))
        {
            if (problem.DefaultSeverity == DiagnosticSeverity.Error)
            {
                refuse?.Invoke(problem);
                yield return tree.GetRoot(cancellation)
                    .FindNode(problem.Location.SourceSpan)
                    .FirstAncestorOrSelf<MethodDeclarationSyntax>()
                    ?.Identifier.ValueText;
            }
        }
    }

    private static string CopyOf(string name)
    {
        string end = CopyNames.Started("");
        return name.EndsWith(end, StringComparison.Ordinal) ? name.Substring(0, name.Length - end.Length) : name;
    }
}
