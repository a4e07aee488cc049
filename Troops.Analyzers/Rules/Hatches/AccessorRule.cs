using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP061 for <c>[UnsafeAccessor]</c>, which reaches private members, and readonly fields by reference.</summary>
internal sealed class AccessorRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.Reflection];

    internal override void Register(RuleContext context)
    {
        if (context.Symbols.UnsafeAccessor is not null)
        {
            context.Start.RegisterSyntaxNodeAction(node => Check(context, node), SyntaxKind.Attribute);
        }
    }

    private static void Check(RuleContext context, SyntaxNodeAnalysisContext action)
    {
        if (
            action.Node.Parent?.Parent is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            && !AttributeCode.HasLambda((AttributeSyntax)action.Node)
            && SymbolEqualityComparer.Default.Equals(
                action.SemanticModel.GetTypeInfo(action.Node, action.CancellationToken).Type,
                context.Symbols.UnsafeAccessor
            )
            && action.SemanticModel.GetDeclaredSymbol(action.Node.Parent.Parent, action.CancellationToken)
                is IMethodSymbol { IsExtern: true, IsStatic: true } method
            && !CodeScope.IsGenerated(method)
            && CodeScope.Covers(context, method, action.CancellationToken)
        )
        {
            context.Report(
                action.ReportDiagnostic,
                HatchDescriptors.Reflection,
                method,
                method.Locations.FirstOrDefault(),
                related: null,
                $"'{Names.Of(method)}' ([UnsafeAccessor])",
                "let the type offer a member that does it"
            );
        }
    }
}
