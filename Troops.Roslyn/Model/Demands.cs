using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Model;

/// <summary>Which type parameters demand something of their type arguments, found once for each type, method and name of a compilation.</summary>
/// <remarks>Nearly every generic name of a program means something that demands nothing, so that answer has to be cheap: a name is looked up in no scope.</remarks>
internal sealed class Demands
{
    /// <summary>The methods that no call names.</summary>
    private static readonly string[] CalledUnnamed =
    [
        WellKnownMemberNames.GetEnumeratorMethodName,
        WellKnownMemberNames.GetAsyncEnumeratorMethodName,
        WellKnownMemberNames.GetAwaiter,
    ];

    private readonly ConcurrentDictionary<ISymbol, bool> definitions = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> declaring = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Named> named;
    private readonly KnownSymbols symbols;

    // Held, for making a delegate at each question costs more than the answer.
    private readonly Func<ISymbol, bool> findType;
    private readonly Func<ISymbol, bool> findMethod;
    private readonly Func<INamedTypeSymbol, bool> findMethods;

    internal Demands(KnownSymbols symbols)
    {
        this.symbols = symbols;
        named = new(FindNamed);
        findType = type => Find(((INamedTypeSymbol)type).TypeParameters);
        findMethod = method => Find(((IMethodSymbol)method).TypeParameters);
        findMethods = type => type.GetMembers().Any(member => member is IMethodSymbol method && HasAny(method));
    }

    /// <summary>The kind that a type argument must be of at least.</summary>
    internal Kind Of(ITypeParameterSymbol parameter) =>
        KnownSymbols.Has(parameter, symbols.Immutable) ? Kind.Val
        : KnownSymbols.Has(parameter, symbols.Shareable) ? Kind.Sync
        : Kind.Ref;

    /// <summary>Whether some generic type of that name demands something, wherever it is declared.</summary>
    internal bool HasTypeNamed(string name) => named.Value.Types.Contains(name);

    /// <summary>Whether an extension block demands something, or an extension method that the language calls by itself: for <c>foreach</c> or <c>await</c>.</summary>
    internal bool HasExtension => named.Value.HasExtension;

    /// <summary>Whether the type itself, without those around it, demands something.</summary>
    internal bool HasAny(INamedTypeSymbol type) =>
        type.Arity != 0 && symbols.CanMark(type.ContainingAssembly) && definitions.GetOrAdd(type.OriginalDefinition, findType);

    /// <summary>Whether the method itself demands something.</summary>
    internal bool HasAny(IMethodSymbol method) =>
        method.Arity != 0 && symbols.CanMark(method.ContainingAssembly) && definitions.GetOrAdd(method.OriginalDefinition, findMethod);

    /// <summary>Whether the type declares or inherits a method that demands something.</summary>
    internal bool HasMethod(INamedTypeSymbol type) =>
        symbols.CanMark(type.ContainingAssembly)
        && (declaring.GetOrAdd(type.OriginalDefinition, findMethods) || (type.BaseType is { } @base && HasMethod(@base)));

    private bool Find(IEnumerable<ITypeParameterSymbol> parameters) => parameters.Any(parameter => Of(parameter) != Kind.Ref);

    /// <summary>All at once: the compiler looks through every declaration of a project for each name that it is asked for.</summary>
    private Named FindNamed()
    {
        Named found = new();
        Add(symbols.Compilation.Assembly.GlobalNamespace, found);
        foreach (IAssemblySymbol assembly in symbols.Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (symbols.CanMark(assembly))
            {
                Add(assembly.GlobalNamespace, found);
            }
        }

        return found;
    }

    private bool IsDemandingExtension(ISymbol member) => member is IMethodSymbol { IsExtensionMethod: true } method && HasAny(method);

    /// <summary>Whether some type parameter has an attribute: to look at the text is cheaper than to ask the compiler for the attributes, which binds constraints too.</summary>
    private static bool MayBeMarked(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
        || type.DeclaringSyntaxReferences.Any(static part =>
            part.GetSyntax() is not TypeDeclarationSyntax { TypeParameterList: var list }
            || list?.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0) == true
        );

    private void Add(INamespaceOrTypeSymbol scope, Named found)
    {
        foreach (INamedTypeSymbol type in scope.GetTypeMembers())
        {
            if (type.Arity != 0 && MayBeMarked(type) && Find(type.TypeParameters))
            {
                found.Types.Add(type.Name);
                found.HasExtension |= type.TypeKind == TypeKind.Extension;
            }

            found.HasExtension |= type.MightContainExtensionMethods && Array.Exists(CalledUnnamed, name => type.GetMembers(name).Any(IsDemandingExtension));

            Add(type, found);
        }

        if (scope is INamespaceSymbol space)
        {
            foreach (INamespaceSymbol inner in space.GetNamespaceMembers())
            {
                Add(inner, found);
            }
        }
    }

    private sealed class Named
    {
        internal HashSet<string> Types { get; } = new(StringComparer.Ordinal);

        internal bool HasExtension { get; set; }
    }
}
