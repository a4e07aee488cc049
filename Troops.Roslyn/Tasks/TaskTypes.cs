using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Tasks;

/// <summary>What is a task, by its type.</summary>
internal static class TaskTypes
{
    /// <summary><c>TroopTask</c> or <c>TroopTask&lt;T&gt;</c>.</summary>
    internal static bool IsTask(KnownSymbols symbols, ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsValueType: true } named
        && (
            SymbolEqualityComparer.Default.Equals(named, symbols.TaskType)
            || SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, symbols.TaskOfResult)
        );

    /// <summary>A method, lambda or local function whose body is a task's: it is <c>async</c> and returns one.</summary>
    internal static bool IsBody(KnownSymbols symbols, IMethodSymbol method) => method.IsAsync && IsTask(symbols, method.ReturnType);
}
