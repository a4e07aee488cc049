using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>TROOP071: a task that is called through a delegate, a base class or an interface, so that its original body runs, and that loops without an await.</summary>
internal sealed class UnmeteredRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TaskDescriptors.UnmeteredTask, TaskDescriptors.UnmeteredTaskStrict];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnAsyncMethod((symbol, method) => CheckMethod(context, symbol, method));
        context.Looks.OnUse(
            member => member is IMethodSymbol method && context.TaskCode.IsBody(method.PartialImplementationPart ?? method),
            operation => CheckReference(context, operation),
            OperationKind.MethodReference
        );
    }

    private static void CheckMethod(RuleContext context, SymbolAnalysisContext action, IMethodSymbol method)
    {
        if (
            method.PartialDefinitionPart is null
            && context.TaskCode.IsTask(method.ReturnType)
            && Dispatch(method) is { } dispatch
            && Loops.WithoutAwait(method, action.CancellationToken) is { } loop
            && CodeScope.CoversBody(context, method)
        )
        {
            context.Report(
                action.ReportDiagnostic,
                DescriptorFor(context),
                method,
                method.Locations[0],
                [loop.GetLocation()],
                $"'{Names.Of(method)}' {dispatch}",
                "await in the loop, as 'await TroopTask.Yield()', or move the loop into a task that is called directly"
            );
        }
    }

    private static void CheckReference(RuleContext context, OperationAnalysisContext action)
    {
        IMethodReferenceOperation reference = (IMethodReferenceOperation)action.Operation;
        IMethodSymbol method = reference.Method;
        if (
            reference.Parent is IDelegateCreationOperation
            // Reported already where it is declared.
            && Dispatch(method) is null
            && Loops.WithoutAwait(method, action.CancellationToken) is { } loop
            && CodeScope.CoversBody(context, action.ContainingSymbol)
        )
        {
            context.Report(
                action.ReportDiagnostic,
                DescriptorFor(context),
                action.ContainingSymbol,
                reference.Syntax.GetLocation(),
                [loop.GetLocation()],
                $"'{Names.Of(method)}' is called through a delegate",
                "write 'async () => await ...' in its place, or await in the loop"
            );
        }
    }

    private static DiagnosticDescriptor DescriptorFor(RuleContext context) =>
        context.Options.IsStrict ? TaskDescriptors.UnmeteredTaskStrict : TaskDescriptors.UnmeteredTask;

    /// <summary>How it is called by those who do not know it; null if it is called directly.</summary>
    private static string? Dispatch(IMethodSymbol method) =>
        method switch
        {
            { IsOverride: true } => "overrides a method that is called through its base class",
            { IsVirtual: true } => "is virtual",
            { ExplicitInterfaceImplementations.IsEmpty: false } => "is called through an interface",
            { IsStatic: false, DeclaredAccessibility: Accessibility.Public } when ImplementsInterface(method) => "is called through an interface",
            _ => null,
        };

    private static bool ImplementsInterface(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces.Any(@interface =>
            @interface
                .GetMembers(method.Name)
                .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
        );
}
