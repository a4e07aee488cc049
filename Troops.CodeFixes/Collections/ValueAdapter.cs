using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Collections;

/// <summary>Values of the old type, written as values of the immutable one.</summary>
internal sealed class ValueAdapter(Counterpart to, SemanticModel model, CancellationToken cancellation)
{
    /// <summary>The value itself if it will do, null if nothing will.</summary>
    internal ExpressionSyntax? Adapt(ExpressionSyntax value)
    {
        ExpressionSyntax? adapted = value switch
        {
            LiteralExpressionSyntax or ThrowExpressionSyntax => value,
            PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => value,
            CollectionExpressionSyntax { Elements.Count: 0 } => Empty(value),
            CollectionExpressionSyntax => to.IsMap ? null : value,
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } elements => Elements(elements),
            ImplicitArrayCreationExpressionSyntax array => Elements(array.Initializer),
            ArrayCreationExpressionSyntax array => Adapt(array),
            BaseObjectCreationExpressionSyntax creation => Adapt(creation),
            InvocationExpressionSyntax call => Adapt(call),
            _ => Copy(value),
        };
        return adapted is null || adapted == value ? adapted : adapted.WithTriviaFrom(value);
    }

    private ExpressionSyntax? Adapt(ArrayCreationExpressionSyntax array) =>
        array switch
        {
            { Initializer: { } elements } => Elements(elements),
            { Type.RankSpecifiers: [{ Sizes: [LiteralExpressionSyntax { Token.ValueText: "0" }] }, ..] } => Empty(array),
            _ => Copy(array),
        };

    private ExpressionSyntax? Adapt(BaseObjectCreationExpressionSyntax creation)
    {
        if (model.GetTypeInfo(creation, cancellation).Type is not { } type || Counterpart.Of(model.Compilation, type)?.Name != to.Name)
        {
            return Copy(creation);
        }

        bool hasElements = creation.Initializer is { Expressions.Count: > 0 };
        bool areElements =
            creation.Initializer?.Expressions.All(static element => element is not (InitializerExpressionSyntax or AssignmentExpressionSyntax)) != false;
        switch (creation.ArgumentList?.Arguments)
        {
            case null or { Count: 0 }:
                return !hasElements ? Empty(creation)
                    : areElements && !to.IsMap ? Elements(creation.Initializer!)
                    : Freeze(creation, type, comparer: null);
            case [{ Expression: { } argument }] when IsComparer(argument):
                return hasElements ? Freeze(creation, type, argument) : Create(argument);
            // How many there is room for says nothing about what is in there.
            case [{ Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } }] when !hasElements:
                return Empty(creation);
            case [{ Expression: { } argument }] when !hasElements && IsSequence(argument):
                return Copy(argument);
            default:
                return null;
        }
    }

    private ExpressionSyntax? Adapt(InvocationExpressionSyntax call)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        if (method is { Name: "Empty", ContainingType.Name: "Array" or "Enumerable" })
        {
            return Empty(call);
        }

        bool isLinq = method.ContainingType is { Name: "Enumerable" } && method.ContainingNamespace.ToDisplayString() == "System.Linq";
        string? name = method.Name is "ToArray" or "ToList" or "ToHashSet" or "ToDictionary" && isLinq ? $"To{to.Name}" : null;
        bool isSame = method.Name switch
        {
            "ToDictionary" => to.Name == "ImmutableDictionary",
            "ToHashSet" => to.Name == "ImmutableHashSet",
            _ => !to.IsMap && call.ArgumentList.Arguments.Count == 0 && to.Name is "ImmutableArray" or "ImmutableList",
        };
        return name is not null && isSame && call.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax } access
            ? call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(access.Name)))
            : Copy(call);
    }

    /// <summary>What holds the same elements and will not change with the original: null may not be copied.</summary>
    private ExpressionSyntax? Copy(ExpressionSyntax value)
    {
        TypeInfo type = model.GetTypeInfo(value, cancellation);
        if (type.Type is not { } from || from.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (model.Compilation.ClassifyConversion(from, to.Type).IsImplicit)
        {
            return value;
        }

        if (type.Nullability.FlowState == NullableFlowState.MaybeNull || !IsSequence(value))
        {
            return null;
        }

        return to.IsMap
            ? SyntaxFactory.InvocationExpression(Access(Parenthesized(value.WithoutTrivia()), $"To{to.Name}"))
            : SyntaxFactory.CollectionExpression([
                SyntaxFactory.SpreadElement(SyntaxFactory.Token(default, SyntaxKind.DotDotToken, [SyntaxFactory.Space]), value.WithoutTrivia()),
            ]);
    }

    /// <summary>Made as before, then copied: for what only a mutable collection can be initialized with.</summary>
    private ExpressionSyntax Freeze(BaseObjectCreationExpressionSyntax creation, ITypeSymbol type, ExpressionSyntax? comparer)
    {
        ExpressionSyntax whole =
            creation is ImplicitObjectCreationExpressionSyntax
                ? SyntaxFactory.ObjectCreationExpression(
                    SyntaxFactory.Token(default, SyntaxKind.NewKeyword, [SyntaxFactory.Space]),
                    SyntaxFactory.ParseTypeName(type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, creation.SpanStart)),
                    creation.ArgumentList,
                    creation.Initializer
                )
                : creation;
        return SyntaxFactory.InvocationExpression(Access(whole.WithoutTrivia(), $"To{to.Name}"), Arguments(comparer));
    }

    private ExpressionSyntax Empty(SyntaxNode at) =>
        to.IsMap ? Access(TypeSyntaxes.Of(to, model, at.SpanStart), "Empty") : SyntaxFactory.CollectionExpression();

    private ExpressionSyntax Create(ExpressionSyntax comparer)
    {
        GenericNameSyntax generic = (GenericNameSyntax)TypeSyntaxes.Of(to, model, comparer.SpanStart);
        MemberAccessExpressionSyntax create = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            SyntaxFactory.IdentifierName(to.Name),
            generic.WithIdentifier(SyntaxFactory.Identifier("Create"))
        );
        return SyntaxFactory.InvocationExpression(create, Arguments(comparer));
    }

    private ExpressionSyntax? Elements(InitializerExpressionSyntax elements) =>
        to.IsMap || elements.Expressions.Any(static element => element is InitializerExpressionSyntax)
            ? null
            : SyntaxFactory.CollectionExpression(
                SyntaxFactory.Token(SyntaxKind.OpenBracketToken).WithTrailingTrivia(Inner(elements.OpenBraceToken.TrailingTrivia)),
                SyntaxFactory.SeparatedList<CollectionElementSyntax>(
                    elements
                        .Expressions.GetWithSeparators()
                        .Select(static part =>
                            part.IsNode
                                ? SyntaxFactory.ExpressionElement((ExpressionSyntax)part.AsNode()!.WithTrailingTrivia(Inner(part.GetTrailingTrivia())))
                                : part
                        )
                ),
                SyntaxFactory.Token(SyntaxKind.CloseBracketToken).WithLeadingTrivia(elements.CloseBraceToken.LeadingTrivia)
            );

    /// <summary>The spaces inside braces are not customary inside brackets; line ends and comments stay.</summary>
    private static SyntaxTriviaList Inner(SyntaxTriviaList trivia) => trivia.All(static part => part.IsKind(SyntaxKind.WhitespaceTrivia)) ? [] : trivia;

    private static ArgumentListSyntax Arguments(ExpressionSyntax? only) =>
        only is null ? SyntaxFactory.ArgumentList() : SyntaxFactory.ArgumentList([SyntaxFactory.Argument(only.WithoutTrivia())]);

    private static MemberAccessExpressionSyntax Access(ExpressionSyntax of, string name) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, of, SyntaxFactory.IdentifierName(name));

    private static ExpressionSyntax Parenthesized(ExpressionSyntax value) =>
        value
            is SimpleNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
                or ObjectCreationExpressionSyntax
            ? value
            : SyntaxFactory.ParenthesizedExpression(value);

    private bool IsComparer(ExpressionSyntax value) =>
        model.GetTypeInfo(value, cancellation).ConvertedType is { Name: "IEqualityComparer" or "IComparer", ContainingNamespace.Name: "Generic" };

    private bool IsSequence(ExpressionSyntax value)
    {
        ITypeSymbol? type = model.GetTypeInfo(value, cancellation).Type;
        return type is not null
            && type.AllInterfaces.Append(type)
                .Any(static @interface => @interface.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
    }
}
