using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Generators.Tasks.Copying;
using Troops.Generators.Tasks.Model;
using Troops.Roslyn;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>The calls of tasks in the user's own text, and what is called instead: those in originals, in lambdas, in code that is no task at all.</summary>
/// <remarks>
/// Left alone are: <c>base.M()</c>, whose interceptor would call itself; virtual and interface calls; expression trees; and what an interceptor, which stands in a class of its own, cannot name.
/// </remarks>
internal sealed class InterceptorParser(KnownSymbols symbols, CopyTargets targets, ISet<string> refused, CancellationToken cancellation)
{
    private readonly HashSet<string> hintNames = new(StringComparer.OrdinalIgnoreCase);

    internal ImmutableArray<InterceptorFile> Parse(Compilation compilation, IEnumerable<LambdaCandidate> lambdas)
    {
        // Of two files with one text nothing tells which a location means (CS9233).
        HashSet<SyntaxTree> twins =
        [
            .. compilation
                .SyntaxTrees.GroupBy(static tree => tree.Length)
                .Where(static group => group.Count() > 1)
                .SelectMany(static group => group.GroupBy(static tree => tree.GetText().ToString()).Where(static same => same.Count() > 1))
                .SelectMany(static same => same),
        ];
        return
        [
            .. compilation
                .SyntaxTrees.Where(tree => !twins.Contains(tree))
                .Select(tree => FileOf(compilation, tree, lambdas.Where(lambda => lambda.Syntax.SyntaxTree == tree)))
                .Where(static file => file is not null)
                .Select(static file => file!),
        ];
    }

    private InterceptorFile? FileOf(Compilation compilation, SyntaxTree tree, IEnumerable<LambdaCandidate> lambdas)
    {
        cancellation.ThrowIfCancellationRequested();
        List<InvocationExpressionSyntax> calls = [.. tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(targets.MayBe)];
        if (calls.Count == 0 && !lambdas.Any())
        {
            return null;
        }

        SemanticModel model = compilation.GetSemanticModel(tree);
        ImmutableArray<Interceptor> interceptors =
        [
            .. calls
                .Select(call => CallOf(model, call))
                .Where(static call => call is not null)
                .GroupBy(static call => (call!.Copy, call.IsReduced))
                .Select(static (group, i) => InterceptorText.Of(group.First()!, i + 1, group.Select(static call => call!.Location))),
            .. lambdas.Select(LambdaInterceptorText.Of),
        ];
        interceptors = interceptors.RemoveAll(interceptor => refused.Contains(interceptor.Call));
        if (interceptors.IsEmpty)
        {
            return null;
        }

        string name = HintNames.Clean(Path.GetFileNameWithoutExtension(tree.FilePath)).Replace('.', '_').Replace('-', '_');
        string hint = name;
        for (int number = 2; !hintNames.Add(hint); number++)
        {
            hint = $"{name}_{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return new($"Troops.Generated.{hint}.g.cs", $"CallsIn_{hint}", new(interceptors));
    }

    private InterceptedCall? CallOf(SemanticModel model, InvocationExpressionSyntax call)
    {
        if (
            CopyTargets.IsBaseCall(call)
            || targets.Of(model, call, cancellation) is not { Target: { IsInternal: true } target, Method: var method }
            || !CanName(method)
            || IsInExpressionTree(model, call)
            || model.GetInterceptableLocation(call, cancellation) is not { } location
        )
        {
            return null;
        }

        bool goesOn = IsThreadsOwn(model, call);
        return new(
            method,
            goesOn ? target.Name : CopyNames.Started(target.Name),
            method.ReducedFrom is not null,
            location.GetInterceptsLocationAttributeSyntax()
        );
    }

    /// <summary>Whether code of the assembly that is not in the type can name what the interceptor's signature names.</summary>
    private static bool CanName(IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return Visibility.IsInternal(definition.ContainingType)
            && Visibility.IsInternal(definition.ReturnType)
            && definition.Parameters.All(static parameter => Visibility.IsInternal(parameter.Type))
            && TypeParameterText.Of(definition).All(static parameter => parameter.ConstraintTypes.All(Visibility.IsInternal));
    }

    private bool IsInExpressionTree(SemanticModel model, SyntaxNode node) =>
        node.Ancestors()
            .OfType<AnonymousFunctionExpressionSyntax>()
            .Any(lambda => model.GetTypeInfo(lambda, cancellation).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: not null })
        || node.Ancestors().Any(static above => above is QueryExpressionSyntax);

    /// <summary>The call is all that a lambda does that one of our own starts a thread with: nothing but the thread's loop is below it, so the thread may be parked in it.</summary>
    private bool IsThreadsOwn(SemanticModel model, InvocationExpressionSyntax call) =>
        call.Parent is LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax start } argument } lambda
        && lambda.Body == call
        && lambda.AsyncKeyword.IsKind(SyntaxKind.None)
        && model.GetSymbolInfo(start, cancellation).Symbol is IMethodSymbol starter
        && SymbolEqualityComparer.Default.Equals(starter.ContainingAssembly, symbols.Immutable.ContainingAssembly)
        && model.GetOperation(argument, cancellation) is Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parameter: { } parameter }
        && (KnownSymbols.Has(parameter, symbols.ThreadEntry) || KnownSymbols.Has(parameter, symbols.TroopEntry));
}
