using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Tasks;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>TROOP072: a task, or an async lambda that a thread is started with, of which the generator makes no copy; TROOP071 if a lambda or local function of that kind loops without an await.</summary>
internal sealed class TierRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [TaskDescriptors.SlowTier, TaskDescriptors.UnmeteredTask, TaskDescriptors.UnmeteredTaskStrict];

    internal override void Register(RuleContext context)
    {
        // An editor leaves the generator's output out, and then nothing is known of what it could not do.
        Lazy<bool> isGenerated = new(() => HasCopies(context.Symbols));
        context.Looks.OnAsyncMethod((symbol, method) => CheckMethod(context, isGenerated, symbol, method));
        context.Looks.OnAsyncLambda((site, lambda) => CheckLambda(context, site, lambda));
        context.Looks.OnOperation(operation => CheckLocal(context, operation), OperationKind.LocalFunction);
    }

    private static void CheckMethod(RuleContext context, Lazy<bool> isGenerated, SymbolAnalysisContext action, IMethodSymbol method)
    {
        if (
            !context.TaskCode.IsBody(method)
            || method.DeclaringSyntaxReferences is not [{ } reference]
            || reference.GetSyntax(action.CancellationToken) is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } syntax
        )
        {
            return;
        }

        string? obstacle = CopyObstacles.Find(method, syntax);
        if (
            obstacle is null
            // Else it is TROOP070's, for then 'partial' is all that it lacks.
            && CopyObstacles.IsPartial(type)
            && isGenerated.Value
            && method.ContainingType.GetMembers(CopyNames.Of(method)).IsEmpty
            && !HasErrors(context, syntax, action.CancellationToken)
        )
        {
            obstacle = "a copy of it would not compile";
        }

        if (obstacle is not null && CodeScope.CoversBody(context, method))
        {
            context.Report(action.ReportDiagnostic, TaskDescriptors.SlowTier, method, method.Locations[0], related: null, $"'{Names.Of(method)}'", obstacle);
        }
    }

    private static void CheckLambda(RuleContext context, OperationSite site, IAnonymousFunctionOperation operation)
    {
        if (
            operation.Syntax is not LambdaExpressionSyntax lambda
            || !context.TaskCode.IsBody(operation.Symbol)
            || TaskCode.ParameterOf(operation) is not { } parameter
            || !context.Boundaries.IsMarked(parameter)
            || operation.SemanticModel is not { } model
            || IsInCopy(context, site.Member)
            || LambdaObstacles.Find(model, lambda, site.Cancellation) is not { } obstacle
            || !CodeScope.CoversBody(context, site.Member)
        )
        {
            return;
        }

        Report(context, site, operation.Symbol, lambda.AsyncKeyword.GetLocation(), "This lambda", obstacle);
    }

    private static void CheckLocal(RuleContext context, OperationAnalysisContext action)
    {
        IMethodSymbol local = ((ILocalFunctionOperation)action.Operation).Symbol;
        if (context.TaskCode.IsBody(local) && !IsInCopy(context, action.ContainingSymbol) && CodeScope.CoversBody(context, action.ContainingSymbol))
        {
            Report(context, OperationSite.Of(action), local, local.Locations[0], $"'{local.Name}'", "it is a local function outside of a task");
        }
    }

    private static void Report(RuleContext context, OperationSite site, IMethodSymbol function, Location at, string what, string obstacle)
    {
        if (Loops.WithoutAwait(function, site.Cancellation) is { } loop)
        {
            context.Report(
                site.Report,
                context.Options.IsStrict ? TaskDescriptors.UnmeteredTaskStrict : TaskDescriptors.UnmeteredTask,
                site.Member,
                at,
                [loop.GetLocation()],
                $"{what} cannot be copied, for {obstacle}",
                "await in the loop, or move the loop into a task of a partial type"
            );
            return;
        }

        context.Report(site.Report, TaskDescriptors.SlowTier, site.Member, at, related: null, what, obstacle);
    }

    /// <summary>A lambda in a task is copied with it.</summary>
    private static bool IsInCopy(RuleContext context, ISymbol member) =>
        member is IMethodSymbol method
        && context.TaskCode.IsBody(method)
        && method.DeclaringSyntaxReferences is [{ } reference]
        && reference.GetSyntax() is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } syntax
        && CopyObstacles.IsPartial(type)
        && CopyObstacles.Find(method, syntax) is null;

    private static bool HasErrors(RuleContext context, MethodDeclarationSyntax syntax, CancellationToken cancellation) =>
        context
            .Symbols.Compilation.GetSemanticModel(syntax.SyntaxTree)
            .GetDiagnostics(syntax.Span, cancellation)
            .Any(static problem => problem.DefaultSeverity == DiagnosticSeverity.Error);

    private static bool HasCopies(KnownSymbols symbols) =>
        symbols.Compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "TroopBodiesAttribute" });
}
