using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Troops.Roslyn.Shipped;

namespace Troops.Roslyn.Model;

/// <summary>What a list would say about a type of this compilation.</summary>
internal sealed class KindEntries(Kinds kinds)
{
    private readonly Compilation compilation = kinds.Symbols.Compilation;

    /// <summary>Null if no object of the type can be shared.</summary>
    internal KindEntry? Of(INamedTypeSymbol type)
    {
        ImmutableArray<ITypeParameterSymbol> parameters = ParametersOf(type);
        INamedTypeSymbol good = With(type, parameters, parameter: null);
        Kind best = BestOf(good).Kind;
        if (best == Kind.Ref)
        {
            return null;
        }

        // Which arguments count is asked, not read from the fields: each in turn is made mutable. One that cannot be, by its own constraint or attribute, does not count.
        ImmutableArray<int> arguments =
        [
            .. Enumerable
                .Range(0, parameters.Length)
                .Where(i => kinds.Total(parameters[i]).Kind < best && BestOf(With(type, parameters, parameters[i])).Kind != best),
        ];
        return new(best, Names.Metadata(type), arguments, Exact: kinds.Total(good).Kind != best, IsMember: false);
    }

    /// <summary>Why the type is not as good as <paramref name="entry"/> says: its path.</summary>
    internal Verdict WhyNot(INamedTypeSymbol type, KindEntry entry)
    {
        ImmutableArray<ITypeParameterSymbol> parameters = ParametersOf(type);
        INamedTypeSymbol good = With(type, parameters, parameter: null);
        Verdict verdict = entry.Exact ? BestOf(good) : kinds.Total(good);
        for (int i = 0; i < parameters.Length && verdict.Kind >= entry.Kind; i++)
        {
            if (!entry.Arguments.Contains(i))
            {
                INamedTypeSymbol bad = With(type, parameters, parameters[i]);
                verdict = entry.Exact ? BestOf(bad) : kinds.Total(bad);
            }
        }

        return verdict;
    }

    /// <summary>Of an object of exactly this class; an interface has none.</summary>
    private Verdict BestOf(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface ? kinds.Total(type) : kinds.Exact(type);

    /// <summary>From the outermost type inwards, as lists count them.</summary>
    private static ImmutableArray<ITypeParameterSymbol> ParametersOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? ParametersOf(outer).AddRange(type.TypeParameters) : type.TypeParameters;

    /// <summary>The type with <c>int</c>, which is as good as an argument can be, for every parameter, but with an array, which is as bad, for one.</summary>
    private INamedTypeSymbol With(INamedTypeSymbol type, ImmutableArray<ITypeParameterSymbol> parameters, ITypeParameterSymbol? parameter)
    {
        if (parameters.IsEmpty)
        {
            return type;
        }

        INamedTypeSymbol definition = type;
        if (type.ContainingType is { } outer)
        {
            INamedTypeSymbol constructed = With(outer, ParametersOf(outer), parameter);
            definition = constructed
                .GetTypeMembers(type.Name, type.Arity)
                .First(inner => SymbolEqualityComparer.Default.Equals(inner.OriginalDefinition, type.OriginalDefinition));
        }

        return type.Arity == 0
            ? definition
            : definition.Construct([
                .. type.TypeParameters.Select(own =>
                    SymbolEqualityComparer.Default.Equals(own, parameter) ? Worst() : compilation.GetSpecialType(SpecialType.System_Int32)
                ),
            ]);
    }

    private ITypeSymbol Worst() => compilation.CreateArrayTypeSymbol(compilation.GetSpecialType(SpecialType.System_Int32));
}
