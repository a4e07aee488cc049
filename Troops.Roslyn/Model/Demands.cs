using System.Collections.Immutable;
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

    private readonly DefinitionTable<ITypeParameterSymbol, Kind> parameters;
    private readonly DefinitionTable<INamedTypeSymbol, bool> types;
    private readonly DefinitionTable<IMethodSymbol, bool> methods;
    private readonly DefinitionTable<INamedTypeSymbol, bool> declaring;
    private readonly Lazy<HashSet<string>> named;
    private readonly Lazy<bool> hasExtension;
    private readonly KnownSymbols symbols;

    internal Demands(KnownSymbols symbols)
    {
        this.symbols = symbols;
        named = new(FindNamed);
        hasExtension = new(FindExtension);
        parameters = new(parameter =>
            KnownSymbols.Has(parameter, symbols.Immutable) ? Kind.Val
            : KnownSymbols.Has(parameter, symbols.Shareable) ? Kind.Sync
            : Kind.Ref
        );
        types = new(type => Find(type.TypeParameters));
        methods = new(method => Find(method.TypeParameters));
        declaring = new(type => type.GetMembers().Any(IsDemandingMethod));
    }

    /// <summary>The kind that a type argument must be of at least.</summary>
    internal Kind Of(ITypeParameterSymbol parameter) => parameters.Of(parameter);

    /// <summary>Whether some generic type of that name demands something, wherever it is declared. The name of an attribute may leave out its end.</summary>
    internal bool HasTypeNamed(string name) => named.Value.Contains(name);

    /// <summary>Whether an extension block demands something, or an extension method that the language calls by itself: for <c>foreach</c> or <c>await</c>.</summary>
    /// <remarks>Asked before anything is bound: which names a project declares the compiler knows from the text alone, and few of these make it worth a look at symbols.</remarks>
    internal bool HasExtension => hasExtension.Value;

    /// <summary>Whether the type itself, without those around it, demands something.</summary>
    internal bool HasAny(INamedTypeSymbol type) => type.Arity != 0 && symbols.CanMark(type.ContainingAssembly) && types.Of(type);

    /// <summary>Whether the method itself demands something.</summary>
    internal bool HasAny(IMethodSymbol method) => method.Arity != 0 && symbols.CanMark(method.ContainingAssembly) && methods.Of(method);

    internal bool IsDemandingMethod(ISymbol member) => member is IMethodSymbol method && HasAny(method);

    /// <summary>Whether the type declares or inherits a method that demands something.</summary>
    internal bool HasMethod(INamedTypeSymbol type) =>
        symbols.CanMark(type.ContainingAssembly) && (declaring.Of(type) || (type.BaseType is { } @base && HasMethod(@base)));

    private bool Find(ImmutableArray<ITypeParameterSymbol> declared) => declared.Any(parameter => Of(parameter) != Kind.Ref);

    /// <summary>All at once: the compiler looks through every declaration of a project for each name that it is asked for.</summary>
    private HashSet<string> FindNamed() =>
        new(
            Marking()
                .Prepend(symbols.Compilation.Assembly)
                .SelectMany(static assembly => Types(assembly.GlobalNamespace))
                .Where(IsDemanding)
                .SelectMany(static type => NamesOf(type.Name)),
            StringComparer.Ordinal
        );

    private static IEnumerable<string> NamesOf(string type)
    {
        const string Ending = "Attribute";
        return type.EndsWith(Ending, StringComparison.Ordinal) ? [type, type.Substring(0, type.Length - Ending.Length)] : [type];
    }

    private bool FindExtension()
    {
        Compilation compilation = symbols.Compilation;
        return Array.Exists(
                CalledUnnamed,
                name =>
                    compilation.ContainsSymbolsWithName(name, SymbolFilter.Member)
                    && compilation.GetSymbolsWithName(name, SymbolFilter.Member).Any(IsDemandingExtension)
            )
            || (
                compilation.ContainsSymbolsWithName(static name => name.Length == 0, SymbolFilter.Type)
                && Types(compilation.Assembly.GlobalNamespace).Any(IsDemandingBlock)
            )
            || Marking()
                .Where(static assembly => assembly.MightContainExtensionMethods)
                .SelectMany(static assembly => Types(assembly.GlobalNamespace, static type => type.MightContainExtensionMethods))
                .Any(type => IsDemandingBlock(type) || Array.Exists(CalledUnnamed, name => type.GetMembers(name).Any(IsDemandingExtension)));
    }

    /// <summary>The other assemblies in which something can be marked.</summary>
    private IEnumerable<IAssemblySymbol> Marking() => symbols.Compilation.SourceModule.ReferencedAssemblySymbols.Where(symbols.CanMark);

    private bool IsDemanding(INamedTypeSymbol type) => type.Arity != 0 && MayBeMarked(type) && Find(type.TypeParameters);

    private bool IsDemandingBlock(INamedTypeSymbol type) => type.TypeKind == TypeKind.Extension && IsDemanding(type);

    private bool IsDemandingExtension(ISymbol member) =>
        member is IMethodSymbol { IsExtensionMethod: true } or IMethodSymbol { ContainingType.TypeKind: TypeKind.Extension } && IsDemandingMethod(member);

    /// <summary>Whether some type parameter has an attribute: to look at the text is cheaper than to ask the compiler for the attributes, which binds constraints too.</summary>
    private static bool MayBeMarked(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
        || type.DeclaringSyntaxReferences.Any(static part =>
            part.GetSyntax() is not TypeDeclarationSyntax { TypeParameterList: var list }
            || list?.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0) == true
        );

    /// <param name="root">All that it holds.</param>
    /// <param name="counts">Asked of a type that stands in no other: whether it and those in it are wanted.</param>
    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol root, Func<INamedTypeSymbol, bool>? counts = null)
    {
        Stack<INamespaceOrTypeSymbol> open = new([root]);
        while (open.Count > 0)
        {
            INamespaceOrTypeSymbol scope = open.Pop();
            foreach (INamedTypeSymbol type in scope.GetTypeMembers())
            {
                if (counts is null || type.ContainingType is not null || counts(type))
                {
                    yield return type;
                    open.Push(type);
                }
            }

            if (scope is INamespaceSymbol space)
            {
                foreach (INamespaceSymbol inner in space.GetNamespaceMembers())
                {
                    open.Push(inner);
                }
            }
        }
    }
}
