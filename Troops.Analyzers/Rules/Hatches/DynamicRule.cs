using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP062: once at the declaration or cast that makes something dynamic; at what is done with it where none is in source.</summary>
internal sealed class DynamicRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.Dynamic];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnSymbol(symbol => CheckDeclared(context, symbol), SymbolKind.Field, SymbolKind.Property, SymbolKind.Method);
        context.Looks.OnParameters((symbol, parameters) => CheckParameters(context, symbol, parameters));
        context.Looks.OnOperation(operation => CheckLocal(context, operation), OperationKind.VariableDeclarator);
        context.Start.RegisterSyntaxNodeAction(node => CheckCast(context, node), SyntaxKind.CastExpression);
        context.Looks.OnOperation(
            operation => CheckUse(context, operation),
            OperationKind.DynamicInvocation,
            OperationKind.DynamicMemberReference,
            OperationKind.DynamicIndexerAccess,
            OperationKind.DynamicObjectCreation
        );
    }

    private static void CheckDeclared(RuleContext context, SymbolAnalysisContext action)
    {
        ITypeSymbol? type = action.Symbol switch
        {
            IFieldSymbol { AssociatedSymbol: null } field => field.Type,
            IPropertySymbol property => property.Type,
            IMethodSymbol { AssociatedSymbol: null } method => method.ReturnType,
            _ => null,
        };
        if (IsDynamic(type) && !action.Symbol.IsImplicitlyDeclared)
        {
            Report(context, action.ReportDiagnostic, action.Symbol, action.Symbol.Locations.FirstOrDefault(), action.Symbol.Name, action.CancellationToken);
        }
    }

    private static void CheckParameters(RuleContext context, SymbolAnalysisContext action, ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (IParameterSymbol parameter in parameters)
        {
            // That of a setter is the property's; that of a primary constructor is a declaration like any other.
            if (IsDynamic(parameter.Type) && !parameter.IsImplicitlyDeclared)
            {
                Report(context, action.ReportDiagnostic, parameter, parameter.Locations.FirstOrDefault(), parameter.Name, action.CancellationToken);
            }
        }
    }

    private static void CheckLocal(RuleContext context, OperationAnalysisContext action)
    {
        ILocalSymbol local = ((IVariableDeclaratorOperation)action.Operation).Symbol;
        if (IsDynamic(local.Type))
        {
            Report(context, action.ReportDiagnostic, action.ContainingSymbol, local.Locations.FirstOrDefault(), local.Name, action.CancellationToken);
        }
    }

    private static void CheckCast(RuleContext context, SyntaxNodeAnalysisContext action)
    {
        CastExpressionSyntax cast = (CastExpressionSyntax)action.Node;
        if (
            cast.Type is IdentifierNameSyntax { Identifier.Text: "dynamic" }
            && action.ContainingSymbol is { } member
            && IsDynamic(action.SemanticModel.GetTypeInfo(cast, action.CancellationToken).Type)
        )
        {
            Report(context, action.ReportDiagnostic, member, cast.GetLocation(), Line(cast), action.CancellationToken);
        }
    }

    private static void CheckUse(RuleContext context, OperationAnalysisContext action)
    {
        bool isPart = action.Operation.Parent is IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation;
        if (!isPart && !action.Operation.Descendants().Any(IsReported))
        {
            SyntaxNode syntax = action.Operation.Syntax;
            Report(context, action.ReportDiagnostic, action.ContainingSymbol, syntax.GetLocation(), Line(syntax), action.CancellationToken);
        }
    }

    /// <summary>Whether it is dynamic because of a declaration or cast that says so itself.</summary>
    private static bool IsReported(IOperation operation) =>
        IsDynamic(operation.Type)
        && operation switch
        {
            ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declared, ..] } } => declared.GetSyntax()
                is VariableDeclaratorSyntax
                    or ForEachStatementSyntax,
            IParameterReferenceOperation
            {
                Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) }
            } => true,
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => reference.Member.Locations.Any(static place => place.IsInSource),
            IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.LocalFunction } method } => IsDynamic(method.OriginalDefinition.ReturnType)
                && method.Locations.Any(static place => place.IsInSource),
            IConversionOperation { Syntax: CastExpressionSyntax } => true,
            _ => false,
        };

    private static bool IsDynamic(ITypeSymbol? type) => type is { TypeKind: TypeKind.Dynamic } or IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Dynamic };

    private static string Line(SyntaxNode syntax) => syntax.ToString().Split('\n')[0].Trim();

    private static void Report(RuleContext context, Action<Diagnostic> sink, ISymbol member, Location? place, string what, CancellationToken cancellation)
    {
        if (!CodeScope.IsGenerated(member) && CodeScope.Covers(context, member, cancellation))
        {
            context.Report(sink, HatchDescriptors.Dynamic, member, place, related: null, what);
        }
    }
}
