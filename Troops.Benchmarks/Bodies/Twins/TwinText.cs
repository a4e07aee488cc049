using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Troops.Generators.Tasks.Parsing;

namespace Troops.Benchmarks.Bodies.Twins;

/// <summary>Writes the twin of one method: the same text, but for what it returns and whom it awaits.</summary>
/// <param name="model">Of the method's file.</param>
/// <param name="twinned">All methods that get a twin, as they are defined.</param>
internal sealed class TwinText(SemanticModel model, IReadOnlySet<IMethodSymbol> twinned)
{
    internal string Write(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        StringBuilder text = new("\n");
        text.AppendJoin(' ', method.AttributeLists.Where(IsKept)).Append('\n');
        text.Append("[global::Troops.TroopTask] ").Append(Modifiers(method, isAsync: true)).Append(Head(TwinNames.Of(method))).Append('\n');
        text.Append(Body(method)).Append('\n');
        text.Append(Modifiers(method, isAsync: false)).Append(Head(TwinNames.CallerOf(method))).Append(" =>\n");
        text.Append(TwinNames.Of(method)).Append(TypeArguments(method)).Append('(');
        text.AppendJoin(", ", method.ParameterList.Parameters.Select(static parameter => parameter.Identifier.Text)).Append(");");
        return text.ToString();

        string Head(string name) => $"{TypeOf(method, symbol)} {name}{method.TypeParameterList}{method.ParameterList}{ConstraintsOf(method, symbol)}";
    }

    private static string TypeArguments(MethodDeclarationSyntax method) =>
        method.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(static parameter => parameter.Identifier.Text))}>" : "";

    private static string TypeOf(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        if (symbol.ReturnType is not INamedTypeSymbol { IsGenericType: true } type)
        {
            return "global::Troops.TroopTask";
        }

        SimpleNameSyntax? name = method.ReturnType is QualifiedNameSyntax qualified ? qualified.Right : method.ReturnType as SimpleNameSyntax;
        return $"global::Troops.TroopTask<{(name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.ToString() : type.TypeArguments[0].ToDisplayString(TypeParameterText.Full))}>";
    }

    private static string ConstraintsOf(MethodDeclarationSyntax method, IMethodSymbol symbol) =>
        symbol.IsOverride || !symbol.ExplicitInterfaceImplementations.IsEmpty
            ? TypeParameterText.Constraints(symbol.TypeParameters)
            : string.Concat(method.ConstraintClauses.Select(static clause => $"\n{clause}"));

    private static bool IsKept(AttributeListSyntax list) => list.Target is null && !list.ToString().Contains("AsyncMethodBuilder", StringComparison.Ordinal);

    /// <summary>It overrides nothing, and nothing overrides it.</summary>
    private static string Modifiers(MethodDeclarationSyntax method, bool isAsync) =>
        string.Concat(
            method
                .Modifiers.Where(modifier =>
                    modifier.Kind()
                        is SyntaxKind.PublicKeyword
                            or SyntaxKind.PrivateKeyword
                            or SyntaxKind.ProtectedKeyword
                            or SyntaxKind.InternalKeyword
                            or SyntaxKind.StaticKeyword
                            or SyntaxKind.ReadOnlyKeyword
                            or SyntaxKind.UnsafeKeyword
                    || (isAsync && modifier.IsKind(SyntaxKind.AsyncKeyword))
                )
                .Select(static modifier => $"{modifier.ValueText} ")
        );

    /// <summary>Whom it awaits, it awaits by the twin, so that copies call copies.</summary>
    private string Body(MethodDeclarationSyntax method)
    {
        SyntaxNode body = (SyntaxNode?)method.Body ?? method.ExpressionBody!;
        List<TextChange> changes = [];
        foreach (AwaitExpressionSyntax wait in body.DescendantNodes().OfType<AwaitExpressionSyntax>())
        {
            InvocationExpressionSyntax? call = wait.Expression as InvocationExpressionSyntax;
            bool isConfigured = false;
            if (
                call is
                {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Name.Identifier.ValueText: nameof(Task.ConfigureAwait),
                        Expression: InvocationExpressionSyntax inner
                    }
                }
            )
            {
                (call, isConfigured) = (inner, true);
            }

            if (
                call is null
                || NameOf(call) is not { } name
                || model.GetSymbolInfo(call).Symbol is not IMethodSymbol called
                || !twinned.Contains(Definition(called))
            )
            {
                continue;
            }

            changes.Add(new(name.Identifier.Span, $"{name.Identifier.Text}{TwinNames.Task}"));
            if (isConfigured)
            {
                changes.Add(new(TextSpan.FromBounds(call.Span.End, wait.Span.End), ""));
            }
        }

        SyntaxToken end = method.Body is null ? method.SemicolonToken : method.Body.CloseBraceToken;
        TextSpan span = TextSpan.FromBounds(body.SpanStart, end.Span.End);
        return model.SyntaxTree.GetText().WithChanges(changes.OrderBy(static change => change.Span)).ToString(new(span.Start, span.Length + Growth(changes)));
    }

    private static int Growth(IEnumerable<TextChange> changes) => changes.Sum(static change => (change.NewText?.Length ?? 0) - change.Span.Length);

    internal static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            SimpleNameSyntax name => name,
            MemberAccessExpressionSyntax access => access.Name,
            _ => null,
        };
}
