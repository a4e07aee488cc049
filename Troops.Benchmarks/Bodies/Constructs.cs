using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Benchmarks.Bodies;

/// <summary>What a body is made of, in words: what the generator may not know yet.</summary>
internal static class Constructs
{
    internal static IEnumerable<string> In(MethodDeclarationSyntax method) =>
        Of(method).Concat(((SyntaxNode?)method.Body ?? method.ExpressionBody!).DescendantNodesAndSelf(descendIntoTrivia: true).SelectMany(Of));

    private static IEnumerable<string> Of(MethodDeclarationSyntax method)
    {
        if (method.TypeParameterList is not null)
        {
            yield return "method: generic";
        }

        if (method.Ancestors().Any(static above => above is TypeDeclarationSyntax { TypeParameterList: not null }))
        {
            yield return "method: in a generic type";
        }

        if (method.ExplicitInterfaceSpecifier is not null)
        {
            yield return "method: explicit implementation";
        }

        if (method.ExpressionBody is not null)
        {
            yield return "method: expression body";
        }

        yield return $"method: of a {(method.Parent as TypeDeclarationSyntax)?.Keyword.ValueText}";
        foreach (SyntaxToken modifier in method.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)))
        {
            yield return $"method: {modifier.ValueText}";
        }
    }

    private static IEnumerable<string> Of(SyntaxNode node) =>
        node switch
        {
            AwaitExpressionSyntax wait => Awaits(wait),
            ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or ForEachVariableStatementSyntax { AwaitKeyword.RawKind: not 0 } => ["await: foreach"],
            UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } => ["await: using"],
            LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } => ["await: using declaration"],
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } => ["using: declaration"],
            UsingStatementSyntax => ["using: statement"],
            ForStatementSyntax => ["loop: for"],
            ForEachStatementSyntax => ["loop: foreach"],
            ForEachVariableStatementSyntax => ["loop: foreach, deconstructing"],
            WhileStatementSyntax => ["loop: while"],
            DoStatementSyntax => ["loop: do"],
            GotoStatementSyntax jump => [jump.IsKind(SyntaxKind.GotoStatement) ? "jump: goto" : "jump: goto case"],
            CatchClauseSyntax clause => [clause.Filter is null ? "try: catch" : "try: catch with a filter"],
            FinallyClauseSyntax => ["try: finally"],
            ThrowExpressionSyntax => ["throw: expression"],
            ThrowStatementSyntax { Expression: null } => ["throw: again"],
            ThrowStatementSyntax => ["throw: statement"],
            LockStatementSyntax => ["unusual: lock"],
            UnsafeStatementSyntax => ["unusual: unsafe"],
            FixedStatementSyntax => ["unusual: fixed"],
            CheckedStatementSyntax or CheckedExpressionSyntax => ["unusual: checked"],
            StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => ["unusual: stackalloc"],
            RefExpressionSyntax => ["unusual: ref"],
            DirectiveTriviaSyntax => ["text: directive"],
            AnonymousFunctionExpressionSyntax lambda => [lambda.AsyncKeyword.IsKind(SyntaxKind.None) ? "function: lambda" : "function: async lambda"],
            LocalFunctionStatementSyntax local => [local.Modifiers.Any(SyntaxKind.AsyncKeyword) ? "function: async local" : "function: local"],
            QueryExpressionSyntax => ["function: query"],
            SwitchStatementSyntax => ["switch: statement"],
            SwitchExpressionSyntax => ["switch: expression"],
            WhenClauseSyntax => ["switch: when"],
            PatternSyntax pattern => [$"pattern: {pattern.Kind().ToString().Replace("Pattern", "", StringComparison.Ordinal)}"],
            InterpolatedStringExpressionSyntax => ["text: interpolated"],
            CollectionExpressionSyntax => ["creation: collection expression"],
            InitializerExpressionSyntax => ["creation: initializer"],
            AnonymousObjectCreationExpressionSyntax => ["creation: anonymous type"],
            WithExpressionSyntax => ["creation: with"],
            TupleExpressionSyntax => ["expression: tuple"],
            ConditionalAccessExpressionSyntax => ["expression: ?."],
            ConditionalExpressionSyntax => ["expression: ? :"],
            RangeExpressionSyntax => ["expression: range"],
            BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression) => ["expression: ??"],
            AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) => ["expression: ??="],
            DeclarationExpressionSyntax => ["expression: declaration"],
            _ => [],
        };

    private static IEnumerable<string> Awaits(AwaitExpressionSyntax wait)
    {
        yield return wait.Expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Task.ConfigureAwait) } } =>
                "await: configured",
            InvocationExpressionSyntax => "await: call",
            _ => "await: value",
        };
        if (wait.Parent is not (ExpressionStatementSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax))
        {
            yield return "await: within an expression";
        }

        if (wait.Ancestors().FirstOrDefault(static above => above is CatchClauseSyntax or FinallyClauseSyntax) is { } handler)
        {
            yield return handler is CatchClauseSyntax ? "await: in catch" : "await: in finally";
        }
    }
}
