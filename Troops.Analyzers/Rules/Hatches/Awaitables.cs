using Microsoft.CodeAnalysis;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>What a task does instead of blocking: the ends of sentences.</summary>
internal static class Awaitables
{
    private const string AwaitIt = "await it";

    internal static string Instead(RuleContext context, ISymbol member)
    {
        INamedTypeSymbol type = member.ContainingType;
        return IsOfTask(context, type) && member.Name is "Wait" or "Result" or "GetResult" or "RunSynchronously" ? AwaitIt
            : IsOfTask(context, type) && member.Name is "WaitAll" or "WaitAny" ? $"await Task.When{member.Name.Substring("Wait".Length)}"
            : member.Name == "Sleep" && SymbolEqualityComparer.Default.Equals(type, context.Symbols.Thread) ? "use 'await TroopTask.Delay'"
            : SymbolEqualityComparer.Default.Equals(type, context.Symbols.Lock) || Names.Metadata(type) == "System.Threading.Monitor" ? LockRule.Instead
            : Counterpart(type, member) is { } other ? $"use 'await {Names.Of(other)}'"
            : "wrap it in 'await Blocking.Run(() => ...)'";
    }

    /// <summary>The method of the same type that does the same, and can be awaited.</summary>
    internal static IMethodSymbol? Counterpart(INamedTypeSymbol type, ISymbol member)
    {
        string name = $"{member.Name}Async";
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            foreach (ISymbol found in level.GetMembers(name))
            {
                if (found is IMethodSymbol { DeclaredAccessibility: Accessibility.Public } method && method.IsStatic == member.IsStatic)
                {
                    return method;
                }
            }
        }

        return null;
    }

    /// <summary>A task or an awaiter of one.</summary>
    private static bool IsOfTask(RuleContext context, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, context.Symbols.Task)
        || Names.Metadata(type)
            is "System.Threading.Tasks.Task`1"
                or "System.Threading.Tasks.ValueTask"
                or "System.Threading.Tasks.ValueTask`1"
                or "System.Runtime.CompilerServices.TaskAwaiter"
                or "System.Runtime.CompilerServices.TaskAwaiter`1"
                or "System.Runtime.CompilerServices.ValueTaskAwaiter"
                or "System.Runtime.CompilerServices.ValueTaskAwaiter`1"
                or "System.Runtime.CompilerServices.ConfiguredTaskAwaitable+ConfiguredTaskAwaiter"
                or "System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1+ConfiguredTaskAwaiter"
                or "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable+ConfiguredValueTaskAwaiter"
                or "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1+ConfiguredValueTaskAwaiter";
}
