using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>The checks of <see cref="TypeArgumentRule"/> in one compilation.</summary>
internal sealed class TypeArguments(RuleContext context, Demands demands)
{
    internal void CheckName(SemanticModelAnalysisContext action, GenericNameSyntax name)
    {
        if (HasOnlyKeywords(name) || name.IsUnboundGenericName || IsOnlyNamed(name, action))
        {
            return;
        }

        ISymbol? symbol = action.SemanticModel.GetSymbolInfo(name, action.CancellationToken).Symbol;
        // The name of an attribute means its constructor.
        INamedTypeSymbol? type =
            symbol as INamedTypeSymbol ?? (symbol as IMethodSymbol is { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : null);
        if (type is not null && demands.HasAny(type))
        {
            ISymbol? member = MemberAround(name, action.SemanticModel, action.CancellationToken);
            Check(action.ReportDiagnostic, member, name, type.OriginalDefinition, type.OriginalDefinition.TypeParameters, type.TypeArguments);
        }
    }

    /// <summary>Whether all that is given is <c>int</c>, <c>string</c> and their like: these do for any demand, whatever the name means. To bind a name costs more than all else here.</summary>
    private bool HasOnlyKeywords(GenericNameSyntax name)
    {
        foreach (TypeSyntax given in name.TypeArgumentList.Arguments)
        {
            if (given is not PredefinedTypeSyntax { Keyword: var keyword } || !IsVal(keyword.Kind()))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsVal(SyntaxKind keyword) =>
        KeywordTypes.Of(keyword) is var type and not SpecialType.None && context.Kinds.Total(context.Symbols.Compilation.GetSpecialType(type)).IsVal;

    /// <summary>Whether the method, or the extension block that it or the property is of, demands something.</summary>
    internal bool MayDemand(ISymbol member) =>
        (member is IMethodSymbol method && demands.HasAny(method))
        || (member.ContainingType is { TypeKind: TypeKind.Extension } block && demands.HasAny(block));

    internal void CheckOperation(OperationAnalysisContext action)
    {
        IOperation operation = action.Operation;
        if (MethodOf(operation) is { } method)
        {
            Check(action, method);
        }
        else if (operation is IPropertyReferenceOperation { Property.ContainingType: { TypeKind: TypeKind.Extension } block })
        {
            CheckBlock(action, block);
        }
    }

    /// <summary>What makes a collection of its elements is a plain method of a class that is not generic.</summary>
    internal void CheckCollection(OperationAnalysisContext action)
    {
        if (((ICollectionExpressionOperation)action.Operation).ConstructMethod is { } method && demands.HasAny(method))
        {
            Check(action, method);
        }
    }

    private static IMethodSymbol? MethodOf(IOperation operation) =>
        operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            IBinaryOperation binary => binary.OperatorMethod,
            IUnaryOperation unary => unary.OperatorMethod,
            IIncrementOrDecrementOperation step => step.OperatorMethod,
            ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
            IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop, SemanticModel: { } model } => model
                .GetForEachStatementInfo(loop)
                .GetEnumeratorMethod,
            IAwaitOperation { Syntax: AwaitExpressionSyntax awaited, SemanticModel: { } model } => model.GetAwaitExpressionInfo(awaited).GetAwaiterMethod,
            IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assigned, SemanticModel: { } model } => model
                .GetDeconstructionInfo(assigned)
                .Method,
            _ => null,
        };

    private void Check(OperationAnalysisContext action, IMethodSymbol method)
    {
        if (demands.HasAny(method))
        {
            IMethodSymbol definition = method.OriginalDefinition;
            Check(
                action.ReportDiagnostic,
                action.ContainingSymbol,
                NameOf(action.Operation.Syntax),
                definition,
                definition.TypeParameters,
                method.TypeArguments
            );
        }

        if (method.ContainingType is { TypeKind: TypeKind.Extension } block)
        {
            CheckBlock(action, block);
        }
    }

    /// <summary>The type parameters of an <c>extension</c> block, which the receiver is inferred for.</summary>
    private void CheckBlock(OperationAnalysisContext action, INamedTypeSymbol block)
    {
        if (demands.HasAny(block))
        {
            INamedTypeSymbol definition = block.OriginalDefinition;
            Check(
                action.ReportDiagnostic,
                action.ContainingSymbol,
                NameOf(action.Operation.Syntax),
                definition,
                definition.TypeParameters,
                block.TypeArguments
            );
        }
    }

    private void Check(
        Action<Diagnostic> sink,
        ISymbol? member,
        SyntaxNode at,
        ISymbol definition,
        ImmutableArray<ITypeParameterSymbol> parameters,
        ImmutableArray<ITypeSymbol> given
    )
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            Kind demand = demands.Of(parameters[i]);
            if (demand == Kind.Ref || context.Kinds.Total(given[i]) is not { IsUnknown: false } verdict || verdict.Kind >= demand || Kinds.HasError(given[i]))
            {
                continue;
            }

            bool isWritten = at is GenericNameSyntax { TypeArgumentList.Arguments.Count: var count } && count == parameters.Length;
            context.Report(
                sink,
                ImmutabilityDescriptors.TypeArgument,
                member,
                isWritten ? ((GenericNameSyntax)at).TypeArgumentList.Arguments[i].GetLocation() : at.GetLocation(),
                verdict.Locations(),
                parameters[i].Name,
                Names.Of(definition),
                demand == Kind.Val ? "immutable" : "shareable",
                verdict.Explain(),
                verdict.RepairFor(demand)
            );
        }
    }

    /// <summary>The name in a call, which says most shortly what is called.</summary>
    private static SyntaxNode NameOf(SyntaxNode syntax) =>
        syntax switch
        {
            InvocationExpressionSyntax invocation => NameOf(invocation.Expression),
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            CommonForEachStatementSyntax loop => loop.Expression,
            _ => syntax,
        };

    /// <summary>The member or type in whose declaration the name stands; null for what stands outside of all.</summary>
    private static ISymbol? MemberAround(GenericNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        for (SyntaxNode? above = name.Parent; above is not (null or BaseNamespaceDeclarationSyntax); above = above.Parent)
        {
            switch (above)
            {
                case BaseFieldDeclarationSyntax { Declaration.Variables: [var first, ..] }:
                    return model.GetDeclaredSymbol(first, cancellation);
                case GlobalStatementSyntax:
                    return model.GetEnclosingSymbol(above.SpanStart, cancellation);
                case MemberDeclarationSyntax:
                    return model.GetDeclaredSymbol(above, cancellation);
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>Whether it stands in a <c>nameof</c> or a comment, where nothing is given.</summary>
    private static bool IsOnlyNamed(GenericNameSyntax name, SemanticModelAnalysisContext action)
    {
        for (SyntaxNode? above = name.Parent; above is not null; above = above.Parent)
        {
            switch (above)
            {
                case CrefSyntax:
                    return true;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } invocation:
                    return action.SemanticModel.GetOperation(invocation, action.CancellationToken) is INameOfOperation;
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }
}
