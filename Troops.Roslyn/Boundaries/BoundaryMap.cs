using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Boundaries;

/// <summary>Which arguments leave the thread of their caller, and what else the lists say of the members of a compilation.</summary>
/// <remarks>
/// <para>
/// What decides, in this order: <c>[ThreadEntry]</c> and <c>[TroopEntry]</c> on the parameter or on that of a method that it overrides or implements; the lists; and for what
/// neither knows, that checked code says what it does, and that nobody knows what unchecked code does with a delegate.
/// </para>
/// <para>Found once for each member. Any number of threads may ask at once.</para>
/// </remarks>
internal sealed class BoundaryMap
{
    private const ApiRole AboutDelegates = ApiRole.Entry | ApiRole.Inline;

    private readonly DefinitionTable<ISymbol, ApiFacts> facts;
    private readonly DefinitionTable<INamedTypeSymbol, string> listed;
    private readonly Kinds kinds;
    private readonly KnownSymbols symbols;
    private readonly ApiList list;

    internal BoundaryMap(Kinds kinds, ApiList list)
    {
        (this.kinds, symbols, this.list) = (kinds, kinds.Symbols, list);
        facts = new(Find);
        listed = new(FindListed);
    }

    /// <summary>Of a method, constructor, property, event or field.</summary>
    internal ApiFacts Of(ISymbol member) => facts.Of(member);

    /// <summary>Of what is given for the parameter.</summary>
    internal Passage Of(IParameterSymbol parameter) => CarrierOf(parameter.ContainingSymbol) is { } method ? Of(method).Of(parameter.Ordinal) : Passage.Checked;

    /// <summary>Whether the parameter is marked as one that runs elsewhere; then whoever gives it an argument has proved that it may.</summary>
    internal bool IsMarked(IParameterSymbol parameter) =>
        CarrierOf(parameter.ContainingSymbol) is { } method && MarkOf(Markable(method), parameter.Ordinal) != Passage.Checked;

    /// <summary>Where the handlers of an event run.</summary>
    internal Passage OfHandlers(IEventSymbol @event)
    {
        if (Listed(Of(@event).Roles) is { } own)
        {
            return own;
        }

        // Whoever holds a publisher may raise its event: of one that threads share, any thread; of a confined one that is checked, its own.
        return @event.IsStatic || kinds.Total(@event.ContainingType).Kind == Kind.Sync ? Passage.Thread
            : symbols.IsVerified(@event.ContainingAssembly) ? Passage.Checked
            : Implemented(@event).Select(declared => Listed(Of(declared).Roles)).FirstOrDefault(static listed => listed is not null) ?? Passage.Unknown;

        static Passage? Listed(ApiRole roles) =>
            (roles & ApiRole.Entry) != 0 ? Passage.Thread
            : (roles & ApiRole.Inline) != 0 ? Passage.Inline
            : null;
    }

    private ApiFacts Find(ISymbol member)
    {
        ImmutableArray<string> names = ListedNames(member);
        // Where no line is about the type there is none about the member.
        ApiRole roles = names.IsEmpty ? ApiRole.None : RolesOf(member, names);
        ImmutableArray<Passage> passages = CarrierOf(member) is { } method ? PassagesOf(method, names, roles) : [];
        return passages.IsEmpty && roles == ApiRole.None ? ApiFacts.Nothing : new(roles, passages);
    }

    /// <summary>The method that has the parameters: of an indexer one of its accessors, in which they have the same numbers.</summary>
    private static IMethodSymbol? CarrierOf(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method,
            IPropertySymbol { IsIndexer: true } indexer => indexer.GetMethod ?? indexer.SetMethod,
            _ => null,
        };

    /// <summary>Empty if every parameter is <see cref="Passage.Checked"/>, as those of nearly every method are.</summary>
    private ImmutableArray<Passage> PassagesOf(IMethodSymbol method, ImmutableArray<string> names, ApiRole roles)
    {
        ImmutableArray<IParameterSymbol> parameters = method.Parameters;
        if (parameters.IsEmpty)
        {
            return [];
        }

        ImmutableArray<IMethodSymbol> markable = Markable(method);
        Passage[]? found = null;
        for (int i = 0; i < parameters.Length; i++)
        {
            Passage passage = Find(method, markable, parameters[i], names, roles);
            if (passage != Passage.Checked)
            {
                (found ??= new Passage[parameters.Length])[i] = passage;
            }
        }

        return found is null ? [] : [.. found];
    }

    private Passage Find(IMethodSymbol method, ImmutableArray<IMethodSymbol> markable, IParameterSymbol parameter, ImmutableArray<string> names, ApiRole roles)
    {
        Passage mark = MarkOf(markable, parameter.Ordinal);
        if (mark != Passage.Checked)
        {
            return mark;
        }

        // What is checked does what it says, which most that is asked for is.
        if (names.IsEmpty && symbols.IsVerified(method.ContainingAssembly))
        {
            return Passage.Checked;
        }

        ITypeSymbol type = parameter.Type;
        bool isDelegate = Kinds.IsDelegate(type) || IsExpression(type);
        ApiRole own = names.IsEmpty ? ApiRole.None : Listed(names, $"({parameter.Name})");
        // Overloads may have a delegate under the name of another one's value.
        ApiRole known = isDelegate && (own & AboutDelegates) == 0 ? own | roles : own;
        return known switch
        {
            _ when (known & ApiRole.Entry) != 0 => Passage.Thread,
            _ when (known & ApiRole.Send) != 0 => Passage.Value,
            _ when (known & ApiRole.Inline) != 0 => Passage.Inline,
            _ when isDelegate && !symbols.IsVerified(method.ContainingAssembly) => Passage.Unknown,
            _ => Passage.Checked,
        };
    }

    /// <summary>The method and those that it overrides or implements, so far as they can have marks.</summary>
    private ImmutableArray<IMethodSymbol> Markable(IMethodSymbol method)
    {
        ImmutableArray<IMethodSymbol> found = [];
        for (IMethodSymbol? level = method; level is not null; level = level.OverriddenMethod)
        {
            if (symbols.CanMark(level.ContainingAssembly))
            {
                found = found.Add(level);
                if (MayImplement(level))
                {
                    found = found.AddRange(Implemented(level));
                }
            }
        }

        return found;
    }

    /// <summary>Nearly every method leaves here: of most types nothing above can carry marks.</summary>
    private bool MayImplement(IMethodSymbol method)
    {
        if (!method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return true;
        }

        if (method.IsStatic || method.DeclaredAccessibility != Accessibility.Public || method.ContainingType is not { } type)
        {
            return false;
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (symbols.CanMark(@interface.ContainingAssembly))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first that the parameter of that number has in one of the methods.</summary>
    private Passage MarkOf(ImmutableArray<IMethodSymbol> methods, int ordinal)
    {
        foreach (IMethodSymbol method in methods)
        {
            Passage mark = OwnMark(method.OriginalDefinition.Parameters[ordinal]);
            if (mark != Passage.Checked)
            {
                return mark;
            }
        }

        return Passage.Checked;
    }

    private Passage OwnMark(IParameterSymbol parameter) =>
        KnownSymbols.Has(parameter, symbols.ThreadEntry) ? Passage.Thread
        : KnownSymbols.Has(parameter, symbols.TroopEntry) ? Passage.Troop
        : Passage.Checked;

    private IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method)
    {
        if (!method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return method.ExplicitInterfaceImplementations;
        }

        return method.ContainingType is not { AllInterfaces.IsEmpty: false } type || method.DeclaredAccessibility != Accessibility.Public || method.IsStatic
            ? []
            : type
                .AllInterfaces.Where(@interface => symbols.CanMark(@interface.ContainingAssembly))
                .SelectMany(@interface => @interface.GetMembers(method.Name).OfType<IMethodSymbol>())
                .Where(declared => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), method));
    }

    private static IEnumerable<IEventSymbol> Implemented(IEventSymbol @event) =>
        @event
            .ContainingType.AllInterfaces.SelectMany(@interface => @interface.GetMembers(@event.Name).OfType<IEventSymbol>())
            .Where(declared => SymbolEqualityComparer.Default.Equals(@event.ContainingType.FindImplementationForInterfaceMember(declared), @event));

    /// <summary>What the lists say of the member and its type; a line about the member decides over one about the type where both are about delegates.</summary>
    private ApiRole RolesOf(ISymbol member, ImmutableArray<string> names)
    {
        ApiRole own = Listed(names, "");
        ApiRole ofType = ListedName(member.ContainingType) is { Length: > 0 } type ? list.Of(type) : ApiRole.None;
        return own | ((own & AboutDelegates) != 0 ? ofType & ~AboutDelegates : ofType);
    }

    /// <summary>Of the first of the names that is listed.</summary>
    private ApiRole Listed(ImmutableArray<string> names, string parameter)
    {
        foreach (string name in names)
        {
            if (list.Of(name + parameter) is var found and not ApiRole.None)
            {
                return found;
            }
        }

        return ApiRole.None;
    }

    /// <summary>Of the member and of those that it overrides, where some line is about their type: of nearly every member none.</summary>
    private ImmutableArray<string> ListedNames(ISymbol member)
    {
        ImmutableArray<string> names = [];
        for (ISymbol? level = member; level is { ContainingType: { } type }; level = Overridden(level))
        {
            if (ListedName(type) is { Length: > 0 } name)
            {
                names = names.Add($"{name}.{NameOf(level)}");
            }
        }

        return names;
    }

    /// <summary>The type's metadata name if some line is about it or about a member of it, or nothing.</summary>
    private string ListedName(INamedTypeSymbol type) => listed.Of(type);

    private string FindListed(INamedTypeSymbol type) => list.MayKnow(type.MetadataName) && Names.Metadata(type) is var name && list.Knows(name) ? name : "";

    private static ISymbol? Overridden(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            IEventSymbol @event => @event.OverriddenEvent,
            _ => null,
        };

    /// <summary>Accessors go by the name of their property or event, so that what is listed of it is true of what is assigned.</summary>
    private static string NameOf(ISymbol member) =>
        member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => "new",
            IMethodSymbol { AssociatedSymbol: { } associated } => NameOf(associated),
            IPropertySymbol { IsIndexer: true } => member.MetadataName,
            _ => member.Name,
        };

    private static bool IsExpression(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Expression", Arity: 1, ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } };
}
