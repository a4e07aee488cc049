using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Generators.Tasks.Copying;
using Troops.Generators.Tasks.Model;
using Troops.Roslyn;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>From a compilation to what is written for its tasks.</summary>
internal static class TasksParser
{
    private const string Builder = "Troops.TroopCopyMethodBuilder";

    internal static ParsedTasks Parse(Compilation compilation, Action<Diagnostic>? refuse, CancellationToken cancellation)
    {
        if (
            compilation is not CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 }
            || KnownSymbols.Create(compilation) is not { TaskType: not null } symbols
            || compilation.GetTypeByMetadataName(Builder) is null
        )
        {
            return ParsedTasks.None;
        }

        List<TaskCandidate> candidates = Candidates(symbols, cancellation);
        LambdaParser lambdaParser = new(symbols, new HashSet<SyntaxNode>(candidates.Select(static candidate => candidate.Syntax)), cancellation);
        List<LambdaCandidate> lambdas = [.. compilation.SyntaxTrees.SelectMany(tree => lambdaParser.Parse(tree))];
        HashSet<string> plain = new(StringComparer.Ordinal);
        HashSet<string> refused = new(StringComparer.Ordinal);
        while (true)
        {
            ParsedTasks parsed = Write(symbols, candidates, lambdas, plain, refused, cancellation);
            CopyTrial trial = CopyTrial.Of(compilation, parsed, refuse, cancellation);
            if (trial.IsPassed)
            {
                return parsed;
            }

            // A copy is worth more than its loops: it is tried once more with them as they stood.
            List<string> outlined =
            [
                .. parsed
                    .Copies.SelectMany(static file => file.Tasks)
                    .Where(task => task.HasOutlined && trial.Copies.Contains(task.Name))
                    .Select(static task => task.Name),
            ];
            plain.UnionWith(outlined);
            trial.Copies.ExceptWith(outlined);
            int left =
                outlined.Count
                + candidates.RemoveAll(candidate => trial.Copies.Contains(candidate.CopyName))
                + lambdas.RemoveAll(lambda => trial.Copies.Contains(lambda.CopyName));
            int before = refused.Count;
            refused.UnionWith(trial.Interceptors);
            if (left == 0 && refused.Count == before)
            {
                return ParsedTasks.None;
            }
        }
    }

    private static ParsedTasks Write(
        KnownSymbols symbols,
        List<TaskCandidate> candidates,
        List<LambdaCandidate> lambdas,
        ISet<string> plain,
        ISet<string> refused,
        CancellationToken cancellation
    )
    {
        CopyTargets targets = new();
        foreach (TaskCandidate candidate in candidates)
        {
            targets.Add(CopyNames.Definition(candidate.Method), new(candidate.CopyName, candidate.IsInternal, candidate.Method.ContainingType));
        }

        return new(
            new(new CopyParser(symbols, targets, plain, cancellation).Parse(candidates, lambdas)),
            new(new InterceptorParser(symbols, targets, refused, cancellation).Parse(symbols.Compilation, lambdas))
        );
    }

    private static List<TaskCandidate> Candidates(KnownSymbols symbols, CancellationToken cancellation)
    {
        List<TaskCandidate> found = [];
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            List<MethodDeclarationSyntax> methods = [.. Methods(tree, cancellation)];
            if (methods.Count == 0 || tree.GetDiagnostics(cancellation).Any(static problem => problem.Severity == DiagnosticSeverity.Error))
            {
                continue;
            }

            SemanticModel model = symbols.Compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax syntax in methods)
            {
                if (Candidate(symbols, model, syntax, cancellation) is { } candidate)
                {
                    found.Add(candidate);
                }
            }
        }

        // Of two methods with one signature, which is an error of the user's, none.
        return
        [
            .. found
                .GroupBy(static candidate => CopyNames.Definition(candidate.Method), SymbolEqualityComparer.Default)
                .Where(static group => group.Count() == 1)
                .Select(static group => group.First()),
        ];
    }

    private static IEnumerable<MethodDeclarationSyntax> Methods(SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation)
            .DescendantNodes(static node => node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax))
            .Where(TaskSyntax.IsTask)
            .Cast<MethodDeclarationSyntax>();

    private static TaskCandidate? Candidate(KnownSymbols symbols, SemanticModel model, MethodDeclarationSyntax syntax, CancellationToken cancellation) =>
        syntax.Parent is TypeDeclarationSyntax type
        && CopyObstacles.IsPartial(type)
        && model.GetDeclaredSymbol(syntax, cancellation) is IMethodSymbol method
        && TaskTypes.IsBody(symbols, method)
        && CopyObstacles.Find(method, syntax) is null
            ? new(method, syntax, model, CopyNames.Of(method), Visibility.IsInternal(method))
            : null;
}
