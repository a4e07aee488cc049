using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Boundary;

/// <summary>TROOP034: a parameter is marked on the method through which everybody calls, not on an override or implementation alone, and not on what nobody calls.</summary>
internal sealed class MarkRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [BoundaryDescriptors.Hidden, BoundaryDescriptors.Unheard];

    internal override void Register(RuleContext context) => context.Start.RegisterSyntaxNodeAction(action => Check(context, action), SyntaxKind.Attribute);

    private static void Check(RuleContext context, SyntaxNodeAnalysisContext action)
    {
        AttributeSyntax attribute = (AttributeSyntax)action.Node;
        if (
            ParameterOf(attribute, action) is not { ContainingSymbol: { } owner } parameter
            || !IsMark(context, attribute, parameter)
            || CodeScope.IsGenerated(owner)
        )
        {
            return;
        }

        if ((UnheardLambda(context, action, owner, parameter) ?? Unheard(owner)) is var (what, instead))
        {
            ISymbol named = owner is INamedTypeSymbol block ? block.ContainingType : owner;
            Report(BoundaryDescriptors.Unheard, related: null, Names.Of(named), parameter.Name, what, instead);
        }
        else if (
            Called(owner) is { } method
            && Kinds.IsDelegate(parameter.Type)
            && Above(method).FirstOrDefault(above => !context.Boundaries.IsMarked(above.OriginalDefinition.Parameters[parameter.Ordinal])) is { } silent
        )
        {
            Report(BoundaryDescriptors.Hidden, silent.Locations, Names.Of(method), parameter.Name, Names.Of(silent));
        }

        void Report(DiagnosticDescriptor descriptor, IEnumerable<Location>? related, params object?[] arguments) =>
            context.Report(action.ReportDiagnostic, descriptor, owner, parameter.Locations.FirstOrDefault(), related, arguments);
    }

    /// <summary>Whether it is the mark of the parameter, or the first of several.</summary>
    private static bool IsMark(RuleContext context, AttributeSyntax attribute, IParameterSymbol parameter) =>
        parameter
            .GetAttributes()
            .FirstOrDefault(data =>
                SymbolEqualityComparer.Default.Equals(data.AttributeClass, context.Symbols.ThreadEntry)
                || SymbolEqualityComparer.Default.Equals(data.AttributeClass, context.Symbols.TroopEntry)
            )
            ?.ApplicationSyntaxReference
            is { } written
        && written.SyntaxTree == attribute.SyntaxTree
        && written.Span == attribute.Span;

    private static IParameterSymbol? ParameterOf(AttributeSyntax attribute, SyntaxNodeAnalysisContext action) =>
        attribute.Parent?.Parent switch
        {
            ParameterSyntax parameter => action.SemanticModel.GetDeclaredSymbol(parameter, action.CancellationToken),
            // [param: ...] of what is assigned or added.
            AccessorDeclarationSyntax accessor when attribute.Parent is AttributeListSyntax { Target.Identifier.ValueText: "param" } => action
                .SemanticModel.GetDeclaredSymbol(accessor, action.CancellationToken)
                ?.Parameters.LastOrDefault(),
            _ => null,
        };

    /// <summary>The method whose callers are told by a mark: of an indexer one accessor speaks for both, of what is partial the part that everybody sees.</summary>
    private static IMethodSymbol? Called(ISymbol owner) =>
        owner switch
        {
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } => null,
            IMethodSymbol method => method.PartialDefinitionPart ?? method,
            IPropertySymbol indexer => indexer.PartialDefinitionPart is { } declared
                ? declared.GetMethod ?? declared.SetMethod
                : indexer.GetMethod ?? indexer.SetMethod,
            _ => null,
        };

    /// <summary>What has parameters and is used without a call that could be looked at, and what to write; null for a method.</summary>
    /// <remarks>To look at each operator and conversion of a program for the few that are somebody's own would cost more than all the rest of these rules.</remarks>
    private static (string Owner, string Instead)? Unheard(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } => ("an operator", "a method"),
            IMethodSymbol { MethodKind: MethodKind.Conversion } => ("a conversion", "a method"),
            IMethodSymbol { MethodKind: MethodKind.EventAdd or MethodKind.EventRemove } => ("an event", "a method that adds the handler"),
            INamedTypeSymbol { ExtensionParameter: { } receiver } => (
                "an extension block's receiver",
                $"an extension method with 'this {Names.Of(receiver.Type)} {receiver.Name}'"
            ),
            _ => null,
        };

    /// <summary>Who calls a lambda sees the delegate's type and its marks alone.</summary>
    private static (string Owner, string Instead)? UnheardLambda(
        RuleContext context,
        SyntaxNodeAnalysisContext action,
        ISymbol owner,
        IParameterSymbol parameter
    )
    {
        if (
            owner is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }
            || action.Node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not { } lambda
        )
        {
            return null;
        }

        ITypeSymbol? type = action.SemanticModel.GetTypeInfo(lambda, action.CancellationToken).ConvertedType;
        IMethodSymbol? invoke = (type?.OriginalDefinition as INamedTypeSymbol)?.DelegateInvokeMethod;
        return invoke is not null && parameter.Ordinal < invoke.Parameters.Length && context.Boundaries.IsMarked(invoke.Parameters[parameter.Ordinal])
            ? null
            : ("a lambda", "a local function, or mark the parameter of a delegate type of your own");
    }

    /// <summary>The methods that a call may name instead.</summary>
    private static IEnumerable<IMethodSymbol> Above(IMethodSymbol method)
    {
        for (IMethodSymbol? level = method.OverriddenMethod; level is not null; level = level.OverriddenMethod)
        {
            yield return level;
        }

        foreach (INamedTypeSymbol @interface in method.ContainingType.AllInterfaces)
        {
            foreach (ISymbol declared in @interface.GetMembers(method.Name.Substring(method.Name.LastIndexOf('.') + 1)))
            {
                if (
                    declared is IMethodSymbol above
                    && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(above), method)
                )
                {
                    yield return above;
                }
            }
        }
    }
}
