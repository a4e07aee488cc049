using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>TROOP075: a task that other assemblies can call says that it is one. Members of interfaces need not.</summary>
internal sealed class TaskMarkRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TaskDescriptors.Unmarked];

    internal override void Register(RuleContext context) => context.Looks.OnAsyncMethod((symbol, method) => Check(context, symbol, method));

    private static void Check(RuleContext context, SymbolAnalysisContext action, IMethodSymbol method)
    {
        if (
            method.PartialDefinitionPart is null
            && context.TaskCode.IsTask(method.ReturnType)
            && method is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false, ContainingType.TypeKind: not TypeKind.Interface }
            && TaskMethods.IsPublic(method)
            && !KnownSymbols.Has(method, context.Symbols.TroopTask)
            && CodeScope.CoversBody(context, method)
        )
        {
            context.Report(action.ReportDiagnostic, TaskDescriptors.Unmarked, method, method.Locations[0], related: null, Names.Of(method));
        }
    }
}
