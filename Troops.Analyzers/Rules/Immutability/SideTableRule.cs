using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP016: a static table, or one in an immutable type, that is keyed by the identity of immutable objects.</summary>
/// <remarks>A key that has an equality of its own is looked up by value: such a table is a cache or a registry, and holds nothing of any one object.</remarks>
internal sealed class SideTableRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.SideTable];

    internal override void Register(RuleContext context)
    {
        // By definition: what that implements the compiler finds once, and for each construction of it anew.
        DefinitionTable<INamedTypeSymbol, bool> maps = new(type => IsMap(context.Symbols, type) || type.AllInterfaces.Any(map => IsMap(context.Symbols, map)));
        context.Looks.OnMembers((symbol, members) => Check(context, maps, symbol, members));
    }

    private static void Check(RuleContext context, DefinitionTable<INamedTypeSymbol, bool> maps, SymbolAnalysisContext action, ImmutableArray<ISymbol> members)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return;
        }

        bool isImmutable = context.Kinds.PromiseOf(type) is Promise.Immutable or Promise.ConditionallyImmutable;
        foreach (ISymbol member in members)
        {
            if (
                member is IFieldSymbol { IsConst: false } field
                && (field.IsStatic || isImmutable)
                && field.Type is INamedTypeSymbol { IsReferenceType: true, SpecialType: SpecialType.None } table
                && KeyOf(context, maps, table) is { } key
            )
            {
                context.Report(
                    action.ReportDiagnostic,
                    ImmutabilityDescriptors.SideTable,
                    field,
                    (field.AssociatedSymbol ?? field).Locations[0],
                    key.Locations.Where(static location => location.IsInSource),
                    Names.Of(field),
                    Names.Of(key)
                );
            }
        }
    }

    /// <summary>The type of the immutable objects that the table is about; null if it is no such table.</summary>
    private static ITypeSymbol? KeyOf(RuleContext context, DefinitionTable<INamedTypeSymbol, bool> maps, INamedTypeSymbol table)
    {
        if (Same(table.OriginalDefinition, context.Symbols.ConditionalWeakTable))
        {
            return table.TypeArguments[0] is var weak && (weak.SpecialType == SpecialType.System_Object || IsImmutable(context, weak)) ? weak : null;
        }

        // A map that is immutable holds no state.
        if (context.Kinds.Total(table).IsVal || !maps.Of(table))
        {
            return null;
        }

        ITypeSymbol? key = table.AllInterfaces.Prepend(table).FirstOrDefault(map => IsMap(context.Symbols, map))?.TypeArguments[0];
        return
            key is { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None }
            && !HasEquality(key)
            && IsImmutable(context, key)
            // The runtime's own are made for this.
            && !Same(table.ContainingAssembly, context.Symbols.Immutable.ContainingAssembly)
            ? key
            : null;
    }

    private static bool IsMap(KnownSymbols symbols, INamedTypeSymbol type) =>
        type.Arity == 2 && (Same(type.OriginalDefinition, symbols.IDictionary) || Same(type.OriginalDefinition, symbols.IReadOnlyDictionary));

    private static bool IsImmutable(RuleContext context, ITypeSymbol key) => context.Kinds.Total(key) is { IsVal: true, IsUnknown: false };

    private static bool HasEquality(ITypeSymbol key)
    {
        for (ITypeSymbol? level = key; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
        {
            if (level.GetMembers("Equals").OfType<IMethodSymbol>().Any(static method => method is { IsOverride: true, Parameters.Length: 1 }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(ISymbol? left, ISymbol? right) => right is not null && SymbolEqualityComparer.Default.Equals(left, right);
}
