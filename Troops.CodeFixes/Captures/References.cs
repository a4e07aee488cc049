using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Captures;

/// <summary>References to variables, and to members of <c>this</c>.</summary>
internal static class References
{
    /// <summary>The whole reference that a diagnostic stands at or in: <c>name</c>, <c>this.name</c>.</summary>
    internal static ExpressionSyntax? At(SyntaxNode node) =>
        node switch
        {
            ThisExpressionSyntax { Parent: MemberAccessExpressionSyntax access } => access,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access,
            IdentifierNameSyntax name => Whole(name),
            // What begins with it: `name.Length`.
            MemberAccessExpressionSyntax access => At(access.Expression),
            InvocationExpressionSyntax call => At(call.Expression),
            ElementAccessExpressionSyntax element => At(element.Expression),
            _ => null,
        };

    internal static ISymbol? SymbolOf(SemanticModel model, ExpressionSyntax reference, CancellationToken cancellation)
    {
        ISymbol? symbol = model.GetSymbolInfo(reference, cancellation).Symbol;
        return symbol is not null && CanBeCopied(symbol) ? symbol : null;
    }

    /// <summary>Null if the name is no reference of its own: a member of something else, what an initializer or pattern names, an argument's name.</summary>
    internal static ExpressionSyntax? Whole(SimpleNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression is ThisExpressionSyntax ? access : null,
            MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or ExpressionColonSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax =>
                null,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when assignment.Left == name => null,
            // Says a name and reads nothing.
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => null,
            _ => name,
        };

    /// <summary>Variables and what holds values: a local can have a copy.</summary>
    internal static bool CanBeCopied(ISymbol symbol) =>
        symbol
            is ILocalSymbol { IsRef: false }
                or IParameterSymbol { RefKind: RefKind.None }
                or IFieldSymbol { IsStatic: false }
                or IPropertySymbol { IsStatic: false, IsIndexer: false };

    /// <summary>Whether a simple name that means this symbol needs <c>this</c>. The parameters of a primary constructor count as variables, as they do for the rule.</summary>
    internal static bool NeedsThis(ISymbol? symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IEventSymbol or IFieldSymbol or IPropertySymbol && !symbol.IsStatic;

    internal static bool IsWritten(ExpressionSyntax reference) =>
        reference.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == reference,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => reference.Parent.Kind()
                is SyntaxKind.PreIncrementExpression
                    or SyntaxKind.PreDecrementExpression
                    or SyntaxKind.PostIncrementExpression
                    or SyntaxKind.PostDecrementExpression
                    or SyntaxKind.AddressOfExpression,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None)
                // A deconstruction into a tuple.
                || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax tuple } && tuple.Left == argument.Parent,
            RefExpressionSyntax => true,
            _ => false,
        };
}
