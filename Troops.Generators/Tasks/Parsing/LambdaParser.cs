using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>Finds the async lambdas outside of tasks that a boundary runs: the commonest bodies of threads.</summary>
/// <remarks>
/// The copy of a lambda is a method of its type, and an interceptor of the call that it is given to puts it in the lambda's place. So it may use its object, and nothing else from around it: a closure
/// is the compiler's, and nobody else can make one.
/// </remarks>
internal sealed class LambdaParser(KnownSymbols symbols, ISet<SyntaxNode> copied, CancellationToken cancellation)
{
    internal ImmutableArray<LambdaCandidate> Parse(SyntaxTree tree)
    {
        cancellation.ThrowIfCancellationRequested();
        List<LambdaExpressionSyntax> lambdas =
        [
            .. tree.GetRoot(cancellation)
                .DescendantNodes(node => !copied.Contains(node))
                .OfType<LambdaExpressionSyntax>()
                .Where(static lambda =>
                    lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) && lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax }
                ),
        ];
        if (lambdas.Count == 0 || tree.GetDiagnostics(cancellation).Any(static problem => problem.Severity == DiagnosticSeverity.Error))
        {
            return [];
        }

        SemanticModel model = symbols.Compilation.GetSemanticModel(tree);
        ImmutableArray<LambdaCandidate>.Builder found = ImmutableArray.CreateBuilder<LambdaCandidate>();
        foreach (LambdaExpressionSyntax lambda in lambdas)
        {
            // A call can be intercepted once.
            if (found.All(other => other.Syntax.Parent!.Parent != lambda.Parent!.Parent) && Candidate(model, lambda, found.Count) is { } candidate)
            {
                found.Add(candidate);
            }
        }

        return found.ToImmutable();
    }

    private LambdaCandidate? Candidate(SemanticModel model, LambdaExpressionSyntax lambda, int number)
    {
        InvocationExpressionSyntax call = (InvocationExpressionSyntax)lambda.Parent!.Parent!.Parent!;
        if (
            model.GetOperation(lambda.Parent, cancellation)
                is not IArgumentOperation { Parameter: { Type: INamedTypeSymbol { DelegateInvokeMethod: not null } } parameter }
            || !IsEntry(parameter)
            || model.GetSymbolInfo(lambda, cancellation).Symbol is not IMethodSymbol symbol
            || !TaskTypes.IsBody(symbols, symbol)
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol starter
            || LambdaObstacles.Find(model, lambda, cancellation) is not null
            || LambdaObstacles.EnclosingOf(model, lambda, cancellation) is not { } enclosing
            || !MayStandIn(enclosing, symbol, starter, parameter)
            || model.GetInterceptableLocation(call, cancellation) is not { } location
        )
        {
            return null;
        }

        return new(
            lambda,
            symbol,
            enclosing,
            model,
            CopyNames.OfLambda(enclosing, number),
            LambdaCaptures.Of(model, lambda, enclosing, cancellation).UsesThis,
            starter,
            parameter,
            starter.ReducedFrom is not null,
            location.GetInterceptsLocationAttributeSyntax()
        );
    }

    private bool IsEntry(IParameterSymbol parameter) =>
        KnownSymbols.Has(parameter.OriginalDefinition, symbols.ThreadEntry) || KnownSymbols.Has(parameter.OriginalDefinition, symbols.TroopEntry);

    private static bool MayStandIn(IMethodSymbol enclosing, IMethodSymbol lambda, IMethodSymbol starter, IParameterSymbol parameter)
    {
        IMethodSymbol definition = (starter.ReducedFrom ?? starter).OriginalDefinition;
        return starter.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension
            && definition.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && definition is { ReturnsByRef: false, ReturnsByRefReadonly: false, IsAsync: false }
            && !starter.IsVirtual
            && !starter.IsAbstract
            && !starter.IsOverride
            && starter.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
            && definition.Parameters.All(static parameter => parameter.RefKind == RefKind.None && Visibility.IsInternal(parameter.Type))
            && lambda.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
            && Visibility.IsNameable(parameter.Type)
            && Visibility.IsInternal(definition.ContainingType)
            && Visibility.IsInternal(enclosing.ContainingType);
    }
}
