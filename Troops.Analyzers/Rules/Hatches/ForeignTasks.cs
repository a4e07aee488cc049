using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>What .NET itself has for work that goes on.</summary>
internal static class ForeignTasks
{
    /// <summary><c>Task</c>, <c>ValueTask</c>, with a result or without one, <c>IAsyncEnumerable</c> and its enumerator.</summary>
    internal static bool IsForeign(KnownSymbols symbols, ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable" or "IAsyncEnumerator", OriginalDefinition: { } definition }
        && (
            Is(definition, symbols.Task)
            || Is(definition, symbols.TaskWithResult)
            || Is(definition, symbols.ValueTask)
            || Is(definition, symbols.ValueTaskWithResult)
            || Is(definition, symbols.AsyncEnumerable)
            || Is(definition, symbols.AsyncEnumerator)
        );

    /// <summary>Async, and neither a task's body nor void, which has a rule of its own.</summary>
    internal static bool IsForeignBody(RuleContext context, IMethodSymbol method) =>
        method is { IsAsync: true, ReturnsVoid: false } && !context.TaskCode.IsTask(method.ReturnType);

    /// <summary>What such a body has to return instead.</summary>
    internal static string TroopTaskFor(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask", TypeArguments: [var result] } ? $"TroopTask<{Names.Of(result)}>" : "TroopTask";

    internal static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
