using Microsoft.CodeAnalysis;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>What to do about a static that threads must not share: the ends of sentences.</summary>
internal static class StaticRepairs
{
    internal static string Of(RuleContext context, Flaw flaw)
    {
        if (flaw.Member is not IFieldSymbol field)
        {
            return Causes.Repair(Cause.Event);
        }

        string? fix = flaw.Verdict.RootCause switch
        {
            _ when flaw.Kind == FlawKind.FieldType => null,
            Cause.AssignableField => "make it readonly",
            Cause.AssignableProperty => "make it get-only",
            _ => "compute it in its initializer",
        };
        if (fix is null)
        {
            return OfValue(context, flaw.Verdict, field.Type);
        }

        string type = Names.Of(field.Type);
        return flaw.Kind == FlawKind.FieldKeyword ? $"{fix}, or hold a Once<{type}> of Troops.Sharing"
            : context.Kinds.Total(field.Type).IsShareable ? $"{fix}, or keep the value in an Atomic<{type}> or a TroopState<{type}> of Troops.Sharing"
            : $"{fix} and its type immutable, or give each thread its own with a ThreadState<{type}> of Troops.Sharing";
    }

    /// <summary>For a value, or a type, that is not shareable.</summary>
    internal static string OfValue(RuleContext context, Verdict verdict, ITypeSymbol type)
    {
        if (verdict.RootCause == Cause.TypeParameter)
        {
            return "mark the type parameter [Immutable] or [Shareable]";
        }

        // Further down the path, it is what stands there that wants repair.
        if (verdict.Next is not null)
        {
            return verdict.Repair;
        }

        ITypeSymbol held = verdict.Type ?? type;
        string own = $"or give each thread its own with a ThreadState<{Names.Of(held)}> of Troops.Sharing";
        return held.OriginalDefinition switch
        {
            var one when Is(one, context.Symbols.Lazy) => Like("Once") is { } once ? $"use {once}" : $"compute it at once, {own}",
            var one when Is(one, context.Symbols.Lock) =>
                "let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing",
            var one when Is(one, context.Symbols.Dictionary) && Like("SharedDictionary") is { } shared => $"use a FrozenDictionary, or {shared} if it changes",
            { IsSealed: false } one
                when verdict.Cause == Cause.Unsealed && !SymbolEqualityComparer.Default.Equals(one.ContainingAssembly, context.Symbols.Compilation.Assembly) =>
                "write a value that is seen to be immutable",
            _ when verdict.Cause is Cause.Array or Cause.ListedMutable or Cause.NotListed => $"{verdict.Repair}, {own}",
            _ => verdict.Repair,
        };

        // Another type with the same arguments, if it takes them.
        string? Like(string name) =>
            held is INamedTypeSymbol { TypeArguments: var arguments } && arguments.All(argument => context.Kinds.Total(argument).IsShareable)
                ? $"a {name}<{string.Join(", ", arguments.Select(Names.Of))}> of Troops.Sharing"
                : null;
    }

    private static bool Is(ISymbol definition, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(definition, known);
}
