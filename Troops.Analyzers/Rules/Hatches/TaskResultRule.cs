using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP066: a thread whose result would be another runtime's task, because its delegate starts that and does not wait for it.</summary>
internal sealed class TaskResultRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AsyncDescriptors.LostTask];

    internal override void Register(RuleContext context) =>
        context.Looks.OnKnownUse(static facts => facts.Leaves, (action, member, facts) => Check(context, action, member, facts));

    /// <summary>What the delegate returns. Of a lambda that stands there this is known already, and has not to be found from the types of the call.</summary>
    private static ITypeSymbol? ResultOf(IArgumentOperation argument) =>
        argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.ReturnType: var result } }
            ? result
            : (argument.Parameter?.Type as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType;

    private static void Check(RuleContext context, OperationAnalysisContext action, ISymbol target, ApiFacts facts)
    {
        ImmutableArray<IArgumentOperation> arguments = action.Operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation indexed => indexed.Arguments,
            _ => [],
        };
        foreach (IArgumentOperation argument in arguments)
        {
            if (
                argument.Parameter is { } parameter
                && facts.Of(parameter.Ordinal) >= Passage.Thread
                && ResultOf(argument) is { } result
                && ForeignTasks.IsForeign(context.Symbols, result)
                && context.Boundaries.IsMarked(parameter)
                && CodeScope.CoversBody(context, action.ContainingSymbol)
            )
            {
                context.Report(
                    action.ReportDiagnostic,
                    AsyncDescriptors.LostTask,
                    action.ContainingSymbol,
                    argument.Value.Syntax.GetLocation(),
                    related: null,
                    $"'{Names.Of(target)}' would give {Names.Of(result)} as the thread's result, and not wait for it",
                    "write 'async () => await ...', whose result is what is awaited"
                );
            }
        }
    }
}
