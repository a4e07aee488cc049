using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Whether something is dynamic, and whether a declaration or a cast in source says so.</summary>
internal static class DynamicOrigin
{
    /// <summary>Whether it is dynamic because of a declaration or cast that is reported itself.</summary>
    internal static bool IsTold(IOperation operation) =>
        IsDynamic(operation.Type)
        && operation switch
        {
            ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declared, ..] } } => IsTold(declared.GetSyntax(), operation),
            IParameterReferenceOperation { Parameter: var parameter } => IsOfMember(parameter),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => IsDeclared(reference.Member),
            IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.LocalFunction } method } => IsDeclared(method),
            IBinaryOperation { OperatorMethod: { } method } => IsDeclared(method),
            IUnaryOperation { OperatorMethod: { } method } => IsDeclared(method),
            IConversionOperation or IDefaultValueOperation => IsSaidBy(operation.Syntax),
            _ => false,
        };

    /// <summary>A cast, or another expression that names the type of its value.</summary>
    internal static bool IsSaidBy(SyntaxNode expression) =>
        expression is CastExpressionSyntax or DefaultExpressionSyntax || expression.IsKind(SyntaxKind.AsExpression);

    /// <summary>What operators and conversions make of something dynamic at run time; null if they do nothing to it.</summary>
    internal static IOperation? MadeOf(IOperation value)
    {
        IOperation? made = null;
        for (IOperation operation = value; ; operation = made)
        {
            switch (operation.Parent)
            {
                case IBinaryOperation or IUnaryOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation or IAwaitOperation:
                    made = operation.Parent;
                    break;
                case IUsingOperation:
                    return operation;
                case IConversionOperation { Type: { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Dynamic } } conversion:
                    return IsOfReportedLoop(conversion) ? made : conversion;
                default:
                    return made;
            }
        }
    }

    private static bool IsOfReportedLoop(IConversionOperation collection) =>
        collection.Parent is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.Type: var type } } && IsDynamic(type);

    /// <summary>Of what is dynamic and is no member's result that has a declaration in source: a <c>var</c> that is made of it is reported.</summary>
    internal static bool IsUntold(IOperation operation) =>
        operation is IInvocationOperation or IMemberReferenceOperation or IAwaitOperation && IsDynamic(operation.Type) && !IsTold(operation);

    /// <summary>Whether the variable is reported, or what it is made of, through other variables: not a <c>var</c> that is dynamic because of a parameter of a lambda.</summary>
    private static bool IsTold(SyntaxNode declaration, IOperation use)
    {
        HashSet<SyntaxNode> seen = [];
        Stack<(SyntaxNode Declaration, IOperation Use)> open = new([(declaration, use)]);
        while (open.Count > 0)
        {
            var (declared, used) = open.Pop();
            if (declared is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true }, Initializer.Value: var value })
            {
                if (declared is VariableDeclaratorSyntax or ForEachStatementSyntax)
                {
                    return true;
                }

                continue;
            }

            // In code that does not compile it may be made of itself.
            if (declared.Span.End > used.Syntax.SpanStart || !seen.Add(declared) || used.SemanticModel?.GetOperation(value) is not { } made)
            {
                continue;
            }

            foreach (IOperation part in made.DescendantsAndSelf())
            {
                if (part is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var other, ..] })
                {
                    if (IsDynamic(part.Type))
                    {
                        open.Push((other.GetSyntax(), part));
                    }
                }
                else if (IsTold(part) || IsUntold(part) || IsUse(part))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What is done with something dynamic, which is reported itself where nothing else is.</summary>
    private static bool IsUse(IOperation operation) =>
        operation is IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation;

    /// <summary>The variable of a loop over something dynamic is an object in the compiler's eyes where nullable types are on.</summary>
    internal static bool IsOfToldLoop(IOperation operation)
    {
        if (operation is not ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declared] } local } || IsDynamic(operation.Type))
        {
            return false;
        }

        IOperation? above = operation;
        while (above is not null && !(above is IForEachLoopOperation && above.Syntax.Span == declared.Span))
        {
            above = above.Parent;
        }

        return above is IForEachLoopOperation loop && local.Type.SpecialType == SpecialType.System_Object && IsTold(Written(loop.Collection));
    }

    /// <summary>Whether the declaration of the member says it, in source. That of a tuple or an anonymous type says nothing.</summary>
    private static bool IsDeclared(ISymbol member) =>
        member.ContainingType is { IsAnonymousType: false, IsTupleType: false }
        && IsDynamic(TypeOf(member.OriginalDefinition))
        && member.Locations.Any(static place => place.IsInSource);

    /// <summary>Those of lambdas and local functions are no declarations of their own.</summary>
    internal static bool IsOfMember(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };

    internal static bool IsDynamic(ITypeSymbol? type) => type is { TypeKind: TypeKind.Dynamic } or IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Dynamic };

    internal static ITypeSymbol? TypeOf(ISymbol declared) =>
        declared switch
        {
            ILocalSymbol local => local.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IMethodSymbol method => method.ReturnType,
            INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.ReturnType,
            IParameterSymbol parameter when IsOfMember(parameter) => parameter.Type,
            _ => null,
        };

    /// <summary>Without the conversions that nobody wrote.</summary>
    internal static IOperation Written(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
