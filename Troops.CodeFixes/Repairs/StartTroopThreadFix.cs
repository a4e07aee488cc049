using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>What starts kernel threads starts threads of Troops instead, where the result is used in a way that these know.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class StartTroopThreadFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP063"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (Calls.At(site.Node) is not { } use)
        {
            yield break;
        }

        if (ThreadOf(use) is { } started)
        {
            yield return Start(site, started.Call, started.Body, "");
        }
        else if (use is InvocationExpressionSyntax call && site.Compilation.GetSemanticModel(use.SyntaxTree).GetSymbolInfo(call).Symbol is IMethodSymbol method)
        {
            SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
            if (arguments.Count == 1 && method.Name == "Run" && Is(method, site.Symbols.Task))
            {
                if (call.Parent is AwaitExpressionSyntax && Calls.IsInTask(site, call))
                {
                    yield return Start(site, call, arguments[0], ".Join()");
                }
                else if (Calls.IsDiscarded(call))
                {
                    yield return Start(site, call, arguments[0], "");
                }
            }
            else if (arguments.Count == 2 && method.Name == "ForEach" && Is(method, site.Symbols.Parallel) && IsAlone(call) && Calls.IsInTask(site, call))
            {
                yield return new(
                    "Use 'TroopThread.ForEach'",
                    "Troops.ForEach",
                    [],
                    cancellation => Calls.ReplaceAsync(site, call, $"await TroopThread.ForEach{call.ArgumentList.WithoutTrivia()}", "TroopThread", cancellation)
                );
            }
        }
    }

    private static Repair Start(Site site, ExpressionSyntax call, ArgumentSyntax body, string end) =>
        new(
            "Use 'TroopThread.Start'",
            "Troops.Start",
            [],
            cancellation => Calls.ReplaceAsync(site, call, $"TroopThread.Start({body.WithoutTrivia()}){end}", "TroopThread", cancellation)
        );

    /// <summary><c>new Thread(body).Start()</c>, all of it.</summary>
    private static (ExpressionSyntax Call, ArgumentSyntax Body)? ThreadOf(ExpressionSyntax use) =>
        use
            is ObjectCreationExpressionSyntax
            {
                ArgumentList.Arguments: [var body],
                Initializer: null,
                Parent: MemberAccessExpressionSyntax
                {
                    Name.Identifier.Text: "Start",
                    Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax } call
                },
            }
            ? (call, body)
            : null;

    private static bool IsAlone(SyntaxNode call) => call.Parent is ExpressionStatementSyntax;

    private static bool Is(IMethodSymbol method, INamedTypeSymbol? type) => SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
}
