using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>A place that uses a listed member.</summary>
/// <param name="Context">The compilation's.</param>
/// <param name="Action">Of the operation.</param>
/// <param name="Member">A method, constructor, property or event.</param>
/// <param name="Roles">What the lists say of it.</param>
internal readonly record struct HatchUse(RuleContext Context, OperationAnalysisContext Action, ISymbol Member, ApiRole Roles)
{
    internal IOperation Operation => Action.Operation;

    /// <summary>As a message names it: <c>Task.Run</c>, and <c>new Thread</c> for a constructor.</summary>
    internal string Name =>
        Member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? $"new {Names.Of(Member.ContainingType)}"
        : Member is IMethodSymbol { IsExtensionMethod: true } ? Member.Name
        : $"{Names.Of(Member.ContainingType)}.{Member.Name}";

    internal bool Has(ApiRole role) => (Roles & role) != 0;

    /// <summary>Whether what it is used on is a use of that kind itself, which is reported: <c>new Thread(f).Start()</c> and a whole query are one mistake each.</summary>
    internal bool IsOn(ApiRole role)
    {
        IOperation? from = ReceiverOf(Operation) ?? (Operation is IInvocationOperation { Arguments: [var first, ..] } ? first.Value : null);
        IOperation? receiver = from is null ? null : Unconverted.Of(from);
        return receiver is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation
            && Looks.MemberOf(receiver) is { } member
            && Context.Boundaries.Of(member).Has(role);
    }

    internal void Report(DiagnosticDescriptor descriptor, params object?[] arguments) =>
        Context.Report(Action.ReportDiagnostic, descriptor, Action.ContainingSymbol, Place(Operation), related: null, arguments);

    /// <summary>The object that the member is used on, or the first argument of an extension.</summary>
    internal static IOperation? ReceiverOf(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { Instance: null, TargetMethod.IsExtensionMethod: true } call => call
                .Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)
                ?.Value,
            IInvocationOperation call => call.Instance,
            IMemberReferenceOperation reference => reference.Instance,
            _ => null,
        };

    /// <summary>The name that a user sees: <c>Task.Run</c> without what it is given, <c>AsParallel</c> without what it is called on, <c>new Thread</c>.</summary>
    internal static Location Place(IOperation operation)
    {
        SyntaxNode syntax = operation.Syntax is InvocationExpressionSyntax call ? call.Expression : operation.Syntax;
        return syntax switch
        {
            MemberAccessExpressionSyntax access when ReceiverOf(operation) is not null => access.Name.GetLocation(),
            MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
            ObjectCreationExpressionSyntax creation => Location.Create(
                creation.SyntaxTree,
                TextSpan.FromBounds(creation.NewKeyword.SpanStart, creation.Type.Span.End)
            ),
            ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
            _ => syntax.GetLocation(),
        };
    }
}
