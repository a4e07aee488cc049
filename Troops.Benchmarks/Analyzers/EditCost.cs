using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Analyzers;

/// <summary>What an editor waits for after somebody typed: one token of a file is another, and all is asked about that file, of a compilation that knows nothing yet.</summary>
internal sealed class EditCost(Subject subject, SdkAnalyzers sdk, int mostFiles)
{
    private const double Budget = 50;
    private const double LargestBudget = 200;

    /// <summary>Of each file the quickest turn: what else the machine did is not what is asked.</summary>
    private const int Turns = 3;

    internal async Task<IReadOnlyList<CostLine>> MeasureAsync()
    {
        CSharpCompilation before = (subject with { Options = sdk.Configure(subject.Options) }).Compile();
        List<(SyntaxTree Old, SyntaxTree New, int Body)> edits = [.. before.SyntaxTrees.Select(Edit).OfType<(SyntaxTree, SyntaxTree, int)>()];
        (SyntaxTree Old, SyntaxTree New, int Body) largest = edits.MaxBy(static edit => edit.Body);
        int step = Math.Max(edits.Count / mostFiles, 1);
        List<(SyntaxTree Old, SyntaxTree New, int Body)> some = [.. edits.Where((_, i) => i % step == 0)];

        Contender[] contenders = [Contender.Nothing, Contender.Ours, new("SDK", sdk.All)];
        string[] names = ["compiler", "Troops", "SDK"];
        List<CostLine> lines = [];
        List<(double All, double Callbacks)>[] times = [.. contenders.Select(static _ => new List<(double, double)>())];
        List<(double All, double Callbacks)>[] longest = [.. contenders.Select(static _ => new List<(double, double)>())];
        foreach ((SyntaxTree old, SyntaxTree edited, _) in some.Take(5))
        {
            await MeasureAsync(before.ReplaceSyntaxTree(old, edited), edited, contenders, times);
        }

        Array.ForEach(times, static list => list.Clear());
        foreach ((SyntaxTree old, SyntaxTree edited, _) in some)
        {
            await MeasureAsync(before.ReplaceSyntaxTree(old, edited), edited, contenders, times);
        }

        await MeasureAsync(before.ReplaceSyntaxTree(largest.Old, largest.New), largest.New, contenders, longest);
        for (int i = 0; i < contenders.Length; i++)
        {
            bool isOurs = contenders[i] == Contender.Ours;
            lines.Add(new(subject.Name, $"edit: {names[i]}, all", OfFiles(times[i].Select(static time => time.All)), "ms"));
            if (i > 0)
            {
                lines.Add(new(subject.Name, $"edit: {names[i]}, callbacks", OfFiles(times[i].Select(static time => time.Callbacks)), "ms"));
                Figure added = OfFiles(times[i].Zip(times[0], static (with, none) => with.All - none.All));
                lines.Add(new(subject.Name, $"edit: {names[i]}, added", added, "ms", Budget: isOurs ? Budget : null));
                Figure addedToLongest = Figure.Of(longest[i].Zip(longest[0], static (with, none) => with.All - none.All));
                lines.Add(new(subject.Name, $"edit of the longest body: {names[i]}, added", addedToLongest, "ms", Budget: isOurs ? LargestBudget : null));
            }
        }

        return lines;
    }

    private static async Task MeasureAsync(CSharpCompilation after, SyntaxTree edited, Contender[] contenders, List<(double All, double Callbacks)>[] times)
    {
        (double All, double Callbacks)[] best = [.. contenders.Select(static _ => (double.MaxValue, double.MaxValue))];
        for (int turn = 0; turn < Turns; turn++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                // A clone, so that nobody finds what the one before made the compiler find out.
                CompilationWithAnalyzers compilation = BuildRound.With(after.Clone(), contenders[i]);
                TimeSpan start = BuildRound.Now;
                await compilation.GetAnalyzerSyntaxDiagnosticsAsync(edited, CancellationToken.None);
                SemanticModel model = compilation.Compilation.GetSemanticModel(edited);
                ImmutableArray<Diagnostic> found = await compilation.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
                double all = (BuildRound.Now - start).TotalMilliseconds;
                BuildRound.ThrowIfCrashed(found);
                double callbacks = await BuildRound.CallbacksAsync(compilation, contenders[i]);
                best[i] = (Math.Min(best[i].All, all), Math.Min(best[i].Callbacks, callbacks));
            }
        }

        for (int i = 0; i < contenders.Length; i++)
        {
            times[i].Add(best[i]);
        }
    }

    /// <summary>The first number in a body becomes another; null for a file without one.</summary>
    private static (SyntaxTree Old, SyntaxTree New, int Body)? Edit(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        SyntaxNode[] bodies =
        [
            .. root.DescendantNodes().Where(static node => node is BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax }),
        ];
        SyntaxToken number = bodies
            .SelectMany(static body => body.DescendantTokens())
            .FirstOrDefault(static token => token.IsKind(SyntaxKind.NumericLiteralToken));
        if (!number.IsKind(SyntaxKind.NumericLiteralToken))
        {
            return null;
        }

        SourceText text = tree.GetText().WithChanges(new TextChange(new TextSpan(number.SpanStart, 0), "1"));
        return (tree, tree.WithChangedText(text), bodies.Max(static body => body.Span.Length));
    }

    /// <summary>The 95th of 100 stands for the highest.</summary>
    private static Figure OfFiles(IEnumerable<double> files)
    {
        double[] sorted = [.. files.Order()];
        Figure figure = Figure.Of(sorted);
        return figure with { Highest = sorted[Math.Max((int)Math.Ceiling(sorted.Length * 0.95) - 1, 0)] };
    }
}
