using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Tests.Analyzers;

/// <summary>Runs the analyzers over what need not compile: they must come to an end, without an exception.</summary>
internal static class Robustness
{
    /// <summary>Far more than anything here takes, on a machine with other things to do: what is not over by then will never be.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What everything here starts from: the compiler reads the references once, and not for each program.</summary>
    private static readonly CSharpCompilation Empty = TestCompilation.Of([]);

    /// <summary>With .NET and the runtime.</summary>
    internal static Task<ImmutableArray<Diagnostic>> SurviveAsync(string source, string name = "Program.cs") =>
        SurviveAsync(Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, TestCompilation.Parsing, name)), name);

    /// <summary>Fails, saying which program it was, if an analyzer throws or does not come back.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> SurviveAsync(CSharpCompilation compilation, string name)
    {
        using CancellationTokenSource patience = new(Patience);
        try
        {
            // On another thread: an analyzer that loops does not look at the token either.
            return await Task.Run(() => TestCompilation.AnalyzeAsync(compilation, cancellation: patience.Token), CancellationToken.None)
                .WaitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new AssertionException($"{name}: the analyzers were not done within {Patience}.", late);
        }
        catch (AssertionException crash)
        {
            throw new AssertionException($"{name}: {crash.Message}\n{Source(compilation)}", crash);
        }
    }

    private static string Source(CSharpCompilation compilation)
    {
        const int most = 4000;
        string text = compilation.SyntaxTrees.Last().ToString();
        return text.Length > most ? $"{text[..most]} …" : text;
    }
}
