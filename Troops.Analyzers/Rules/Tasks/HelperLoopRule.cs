using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>TROOP074: a method that a task calls, is no task itself, and has a loop that its condition never ends.</summary>
internal sealed class HelperLoopRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TaskDescriptors.HelperLoop];

    internal override void Register(RuleContext context)
    {
        IAssemblySymbol own = context.Symbols.Compilation.Assembly;
        DefinitionTable<IMethodSymbol, string?> endless = new(Loops.Endless);
        context.Looks.OnUse(
            member =>
                member is IMethodSymbol { IsAsync: false, IsAbstract: false, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction }
                && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, own),
            operation => Check(context, endless, operation),
            OperationKind.Invocation
        );
    }

    private static void Check(RuleContext context, DefinitionTable<IMethodSymbol, string?> endless, OperationAnalysisContext action)
    {
        IMethodSymbol target = ((IInvocationOperation)action.Operation).TargetMethod;
        if (
            context.TaskCode.BodyAround(action.Operation, action.ContainingSymbol, context.Boundaries) is not null
            && endless.Of(target) is { } keyword
            && CodeScope.CoversBody(context, action.ContainingSymbol)
        )
        {
            context.Report(
                action.ReportDiagnostic,
                TaskDescriptors.HelperLoop,
                action.ContainingSymbol,
                action.Operation.Syntax.GetLocation(),
                related: null,
                Names.Of(target),
                keyword
            );
        }
    }
}
