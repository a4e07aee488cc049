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
        return flaw.Kind == FlawKind.FieldKeyword
                ? $"{fix}, or hold a Once<{type}> of Troops.Sharing"
            : context.Kinds.Total(field.Type).IsShareable ? $"{fix}, or keep the value in an Atomic<{type}> or a TroopState<{type}> of Troops.Sharing"
            : $"{fix} and its type immutable, or give each thread its own with a ThreadState<{type}> of Troops.Sharing";
    }

    /// <summary>For a value, or a type, that is not shareable.</summary>
    internal static string OfValue(RuleContext context, Verdict verdict, ITypeSymbol type)
    {
        ITypeSymbol definition = (verdict.Next is null ? verdict.Type ?? type : type).OriginalDefinition;
        return definition switch
        {
            _ when Is(definition, context.Symbols.Lazy) => $"use {Like("Once", definition, type)} of Troops.Sharing",
            _ when Is(definition, context.Symbols.Lock) => "let one thread own what it guards, or keep that in an Atomic<T> or a SharedDictionary<TKey, TValue> of Troops.Sharing",
            _ when Is(definition, context.Symbols.ConcurrentDictionary) => $"use {Like("SharedDictionary", definition, type)} of Troops.Sharing",
            _ when Is(definition, context.Symbols.Dictionary) => $"use a FrozenDictionary, or {Like("SharedDictionary", definition, type)} of Troops.Sharing",
            _ when verdict.RootCause == Cause.TypeParameter => "mark the type parameter [Immutable] or [Shareable]",
            _ when verdict.Next is null && verdict.Cause is Cause.Array or Cause.ListedMutable or Cause.NotListed =>
                $"{verdict.Repair}, or give each thread its own with a ThreadState<{Names.Of(verdict.Type ?? type)}> of Troops.Sharing",
            _ => verdict.Repair,
        };
    }

    private static bool Is(ISymbol definition, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(definition, known);

    /// <summary>Another type with the arguments of this one, where they are known.</summary>
    private static string Like(string name, ITypeSymbol definition, ITypeSymbol type) =>
        type is INamedTypeSymbol named && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, definition)
            ? $"a {name}<{string.Join(", ", named.TypeArguments.Select(Names.Of))}>"
            : $"a {name}";
}
