using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.Generators.Verdicts;

/// <summary>The kinds of a compilation's own types that nobody declared, as a list that another compilation reads.</summary>
/// <remarks>
/// Types that are not public and could be named by a friend assembly; all of them, whether or not there is such a friend, for one may come without this assembly being
/// compiled again. What is left out counts as mutable there, so leaving out is always safe.
/// </remarks>
internal sealed class InferredKinds(Kinds kinds, CancellationToken cancellation)
{
    private readonly Compilation compilation = kinds.Symbols.Compilation;
    private readonly GeneratedParts parts = new(kinds);

    /// <summary>A line a type, sorted by name.</summary>
    internal string Write()
    {
        List<KindEntry> entries = [];
        Collect(compilation.Assembly.GlobalNamespace, entries);
        StringBuilder text = new();
        foreach (KindEntry entry in entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            text.Append(entry).Append('\n');
        }

        return text.ToString();
    }

    private void Collect(INamespaceOrTypeSymbol scope, List<KindEntry> entries)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (INamespaceOrTypeSymbol member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            // What is private here is so for everything in it; a file's own types have names that no other file can write.
            if (member is not INamedTypeSymbol type)
            {
                Collect(member, entries);
            }
            else if (type is { DeclaredAccessibility: not Accessibility.Private, IsFileLocal: false })
            {
                if (EntryOf(type) is { } entry)
                {
                    entries.Add(entry);
                }

                Collect(type, entries);
            }
        }
    }

    private KindEntry? EntryOf(INamedTypeSymbol type)
    {
        bool isInferred =
            type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false }
            && !Kinds.IsPublic(type)
            && kinds.PromiseOf(type) is Promise.None;
        if (!isInferred)
        {
            return null;
        }

        ImmutableArray<ITypeParameterSymbol> parameters = ParametersOf(type);
        Kind best = kinds.Exact(With(type, parameters, parameter: null)).Kind;
        if (best == Kind.Ref || parts.MayChange(type))
        {
            return null;
        }

        // Which arguments count is asked, not read from the fields: each in turn is made mutable. One that cannot be, by its own constraint or attribute, does not count.
        ImmutableArray<int> arguments =
        [
            .. Enumerable
                .Range(0, parameters.Length)
                .Where(i => kinds.Total(parameters[i]).Kind < best && kinds.Exact(With(type, parameters, parameters[i])).Kind != best),
        ];
        return new(best, Names.Metadata(type), arguments, Exact: type is { TypeKind: TypeKind.Class, IsSealed: false }, IsMember: false);
    }

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
