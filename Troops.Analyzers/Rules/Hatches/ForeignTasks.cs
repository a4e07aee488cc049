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

    /// <summary>Whether the method's result, or what it assigns to an <c>out</c> or <c>ref</c> parameter, is one or holds some: a <c>Task[]</c>, a <c>List&lt;Task&gt;</c>, a tuple.</summary>
    internal static bool Gives(KnownSymbols symbols, IMethodSymbol method) =>
        Holds(symbols, method.ReturnType)
        || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref && Holds(symbols, parameter.Type));

    private static bool Holds(KnownSymbols symbols, ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Holds(symbols, array.ElementType),
            INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => IsForeign(symbols, named)
                || named.TypeArguments.Any(argument => Holds(symbols, argument)),
            _ => false,
        };

    /// <summary>Whether the method takes a delegate that may give one, and calls it with what its caller chose.</summary>
    internal static bool MayCall(KnownSymbols symbols, IMethodSymbol method) =>
        method.OriginalDefinition.Parameters.Any(parameter =>
            parameter.Type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnsVoid: false } invoke }
            && invoke.Parameters.Any(static given => given.Type is ITypeParameterSymbol)
            && (invoke.ReturnType is ITypeParameterSymbol || IsForeign(symbols, invoke.ReturnType))
        );

    /// <summary>Async, and neither a task's body nor void, which has a rule of its own.</summary>
    internal static bool IsForeignBody(RuleContext context, IMethodSymbol method) =>
        method is { IsAsync: true, ReturnsVoid: false } && !context.TaskCode.IsTask(method.ReturnType);

    /// <summary>What such a body has to return instead.</summary>
    internal static string TroopTaskFor(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask", TypeArguments: [var result] } ? $"TroopTask<{Names.Of(result)}>" : "TroopTask";

    internal static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
