using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.CodeFixes.Edits;

namespace Troops.CodeFixes.Repairs;

/// <summary>What blocks a task is awaited, in the form that its type has for that or on a kernel thread that is there for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitInsteadFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP065"];

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            Calls.At(site.Node) is not { } use
            || !Calls.IsInTask(site, use)
            || site.Compilation.GetSemanticModel(use.SyntaxTree) is not { } model
            || model.GetSymbolInfo(use).Symbol is not { ContainingType: { } type } member
        )
        {
            yield break;
        }

        InvocationExpressionSyntax? call = use as InvocationExpressionSyntax;
        if (AwaitedIn(use, call, member) is { } awaited)
        {
            yield return Replace(site, use, "Await it", $"await {awaited.WithoutTrivia()}", null);
            yield break;
        }

        if (call is null)
        {
            yield break;
        }

        if (member.Name == "Sleep" && SymbolEqualityComparer.Default.Equals(type, site.Symbols.Thread) && call.ArgumentList.Arguments is [var time])
        {
            string text = time.Expression.WithoutTrivia().ToString();
            bool isNumber = model.GetTypeInfo(time.Expression).Type?.SpecialType == SpecialType.System_Int32;
            string span = isNumber ? $"TimeSpan.FromMilliseconds({text})" : text;
            yield return Replace(site, use, "Use 'TroopTask.Delay'", $"await TroopTask.Delay({span})", "TroopTask");
            yield break;
        }

        string other = $"{member.Name}Async";
        if (call.Expression is MemberAccessExpressionSyntax access && HasMember(type, other))
        {
            string text = $"await {access.Expression.WithoutTrivia()}.{other}{call.ArgumentList.WithoutTrivia()}";
            yield return Replace(site, use, $"Use '{other}'", text, null);
        }

        yield return Replace(site, use, "Use 'Blocking.Run'", $"await Blocking.Run(() => {call.WithoutTrivia()})", "Blocking");
    }

    private static Repair Replace(Site site, ExpressionSyntax use, string title, string text, string? type) =>
        new(title, $"Troops.{title}", [], cancellation => Calls.ReplaceAsync(site, use, text, type, cancellation));

    /// <summary>The task whose end or result is waited for; null if it is no task's.</summary>
    private static ExpressionSyntax? AwaitedIn(ExpressionSyntax use, InvocationExpressionSyntax? call, ISymbol member)
    {
        ExpressionSyntax? receiver = Calls.ReceiverOf(use);
        bool isOfTask = member.ContainingType is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
        return isOfTask && (member.Name == "Result" || (member.Name == "Wait" && call?.ArgumentList.Arguments.Count == 0)) ? receiver
            : member.Name == "GetResult"
            && receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "GetAwaiter" } } awaiter
                ? Calls.ReceiverOf(awaiter)
            : null;
    }

    private static bool HasMember(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (!level.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
