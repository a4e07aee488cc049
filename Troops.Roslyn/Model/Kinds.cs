using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Troops.Roslyn.Shipped;

namespace Troops.Roslyn.Model;

/// <summary>The kind of every type of a compilation, and why. The one verdict that rules, fixes and generators ask.</summary>
/// <remarks>
/// <para>
/// What decides, in this order: what a type is (an array, a delegate ...); what it promises, or what a type above it promises; for a type of another assembly, the
/// summary that Troops left in that assembly, then the user's lists, then the shipped one, and never its fields, for reference assemblies drop private ones; for a type
/// of this compilation that is sealed and not public, its own fields and its base. See <c>docs/rules/kinds.md</c>.
/// </para>
/// <para>
/// Inference is the greatest solution: types that refer to each other are immutable unless something that they reach is not. Each question is solved with all that
/// it reaches, from <see cref="Kind.Val"/> downwards, and the answers are kept, so each type is looked at once a compilation.
/// </para>
/// <para>Any number of threads may ask at once: two that ask the same find the same.</para>
/// </remarks>
internal sealed partial class Kinds
{
    /// <summary>Type arguments nested deeper than this come from a type that refers to itself with ever larger ones.</summary>
    private const int DeepestArguments = 16;

    /// <summary>More types below one that have arguments nested half as deep are nothing that a person wrote: each of a few type parameters grew at each turn.</summary>
    private const int MostDeepTypes = 1024;

    private readonly ConcurrentDictionary<Query, Verdict> verdicts = new();
    private readonly DefinitionTable<INamedTypeSymbol, Promise> promises;
    private readonly DefinitionTable<INamedTypeSymbol, ImmutableArray<Flaw>> flaws;
    private readonly ConcurrentDictionary<IAssemblySymbol, KindList?> summaries = new(SymbolEqualityComparer.Default);
    private readonly KindList list;
    private readonly Lazy<HashSet<string>> listedValues;
    private readonly Lazy<HashSet<string>> listedShareables;

    internal Kinds(KnownSymbols symbols, KindList list)
    {
        Symbols = symbols;
        this.list = list;
        promises = new(FindPromise);
        flaws = new(FindFlaws);
        listedValues = new(() => TypesWithValues(list, Kind.Val));
        listedShareables = new(() => TypesWithValues(list, Kind.Sync));
    }

    internal KnownSymbols Symbols { get; }

    /// <summary>Of what a variable of this type may hold, subclasses included.</summary>
    internal Verdict Total(ITypeSymbol type) => Solve(new(type, IsExact: false, IsInside: false));

    /// <summary>Of an object of exactly this type: <c>new T(...)</c>.</summary>
    internal Verdict Exact(ITypeSymbol type) => Solve(new(type, IsExact: true, IsInside: false));

    /// <summary>As <see cref="Total"/>, asked from within a declaration whose <c>[OnlyIf]</c> parameters count as immutable.</summary>
    internal Verdict Inside(ITypeSymbol type) => Solve(new(type, IsExact: false, IsInside: true));

    /// <summary>As <see cref="Exact"/>, asked from within a declaration whose <c>[OnlyIf]</c> parameters count as immutable.</summary>
    internal Verdict ExactInside(ITypeSymbol type) => Solve(new(type, IsExact: true, IsInside: true));

    /// <summary>The value of a listed static member, as <c>StringComparer.Ordinal</c>; null if none is listed.</summary>
    internal Kind? OfMember(ISymbol member) =>
        member.ContainingType is { } type && list.Member($"{Names.Metadata(type)}.{member.Name}") is { } entry ? entry.Kind : null;

    /// <summary>Whether the rules on statics trust code of this source generator, named as in <c>[GeneratedCode]</c>.</summary>
    internal bool TrustsGenerator(string tool) => list.TrustsGenerator(tool);

    /// <summary>What the type's own declaration promises, or that of a type above it.</summary>
    internal Promise PromiseOf(INamedTypeSymbol type) => promises.Of(type);

    /// <summary>What an attribute on the type itself promises.</summary>
    internal Promise OwnPromise(INamedTypeSymbol type)
    {
        if (!Symbols.CanMark(type.ContainingAssembly))
        {
            return Promise.None;
        }

        foreach (AttributeData data in type.OriginalDefinition.GetAttributes())
        {
            Promise promise = Means(data.AttributeClass);
            if (promise != Promise.None)
            {
                return promise;
            }
        }

        return Promise.None;
    }

    /// <summary>What an attribute of that class promises.</summary>
    internal Promise Means(INamedTypeSymbol? attribute) =>
        attribute switch
        {
            null => Promise.None,
            _ when Same(attribute, Symbols.Immutable) => Promise.Immutable,
            _ when Same(attribute, Symbols.ConditionallyImmutable) => Promise.ConditionallyImmutable,
            _ when Same(attribute, Symbols.ThreadSafe) => Promise.ThreadSafe,
            _ when Same(attribute, Symbols.ImmutableBase) => Promise.ExactlyImmutable,
            _ => Promise.None,
        };

    private Promise FindPromise(INamedTypeSymbol type)
    {
        Promise promise = OwnPromise(type);
        if (promise is not (Promise.None or Promise.ExactlyImmutable))
        {
            return promise;
        }

        foreach (INamedTypeSymbol above in Above(type))
        {
            Promise inherited = PromiseAbove(above);
            if (inherited > promise && inherited != Promise.ExactlyImmutable)
            {
                promise = inherited;
            }
        }

        return promise;
    }

    /// <summary>
    /// What a class or interface demands of the types below it that are judged here: what its attributes promise, and what the lists say of a class whose variables count
    /// as immutable although anybody may derive from it, as <c>Uri</c>. That those below a listed thread-safe class or interface are thread-safe is their authors' word:
    /// the documentation asks it of them, and fields can seldom prove it.
    /// </summary>
    private Promise PromiseAbove(INamedTypeSymbol above)
    {
        Promise promise = OwnPromise(above);
        bool isListed =
            promise == Promise.None
            && above is { TypeKind: TypeKind.Class, IsSealed: false, SpecialType: SpecialType.None }
            && !Same(above.ContainingAssembly, Symbols.Compilation.Assembly)
            && list.Type(Names.Metadata(above)) is { Kind: Kind.Val, Exact: false, Arguments.IsEmpty: true };
        return isListed ? Promise.Immutable : promise;
    }

    /// <summary>Every class and interface that a type is a subtype of.</summary>
    internal static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? above = type.BaseType; above is not null; above = above.BaseType)
        {
            yield return above;
        }

        foreach (INamedTypeSymbol above in type.AllInterfaces)
        {
            yield return above;
        }
    }

    private Verdict Solve(Query question)
    {
        if (verdicts.TryGetValue(question, out Verdict? known))
        {
            return known;
        }

        Dictionary<Query, Node> nodes = [];
        Queue<Node> open = new();
        Node root = NodeOf(question, nodes, open);
        int deep = 0;
        while (open.Count > 0)
        {
            Node node = open.Dequeue();
            deep += DepthOf(node.Query.Type) > DeepestArguments / 2 ? 1 : 0;
            if (deep > MostDeepTypes)
            {
                node.AtMost(Kind.Ref, Cause.TooDeep);
            }
            else
            {
                Expand(node, query => NodeOf(query, nodes, open));
            }
        }

        Lower(nodes.Values);
        foreach (Node node in nodes.Values.OrderBy(static node => node.Distance))
        {
            if (node.Known is null)
            {
                node.IsKnown(verdicts.GetOrAdd(node.Query, Judge(node)));
            }
        }

        return root.Known!;
    }

    private Node NodeOf(Query query, Dictionary<Query, Node> nodes, Queue<Node> open)
    {
        if (!nodes.TryGetValue(query, out Node? node))
        {
            nodes.Add(query, node = new(query));
            if (verdicts.TryGetValue(query, out Verdict? known))
            {
                node.IsKnown(known);
            }
            else
            {
                open.Enqueue(node);
            }
        }

        return node;
    }

    /// <summary>From the top downwards until nothing changes; then how far each is from what is to blame, so that the path shown is the shortest and always the same.</summary>
    private static void Lower(ICollection<Node> nodes)
    {
        Queue<Node> open = new();
        foreach (Node node in nodes)
        {
            if (node.Known is null)
            {
                node.Kind = node.Own;
            }

            if (node.Kind != Kind.Val)
            {
                open.Enqueue(node);
            }
        }

        while (open.Count > 0)
        {
            Node node = open.Dequeue();
            foreach (Node user in node.Users)
            {
                if (node.Kind < user.Kind)
                {
                    user.Kind = node.Kind;
                    open.Enqueue(user);
                }
            }
        }

        foreach (Node node in nodes)
        {
            if (node.Known is null && node.Kind == node.Own)
            {
                node.Distance = 0;
            }

            if (node.Kind != Kind.Val && node.Distance != int.MaxValue)
            {
                open.Enqueue(node);
            }
        }

        while (open.Count > 0)
        {
            Node node = open.Dequeue();
            foreach (Node user in node.Users)
            {
                if (user.Kind == node.Kind && node.Distance + 1 < user.Distance)
                {
                    user.Distance = node.Distance + 1;
                    open.Enqueue(user);
                }
            }
        }
    }

    private static Verdict Judge(Node node)
    {
        ITypeSymbol type = node.Query.Type;
        if (node.Kind == node.Own)
        {
            return node.Kind == Kind.Val ? Verdict.Immutable(type) : Verdict.Because(node.Kind, type, node.Cause, node.Member);
        }

        (ISymbol? member, Node target) = node.Parts.First(part => part.Target.Kind == node.Kind && part.Target.Distance == node.Distance - 1);
        return Verdict.Through(node.Kind, type, member, target.Known!);
    }

    private static bool Same(ISymbol? left, ISymbol? right) => right is not null && SymbolEqualityComparer.Default.Equals(left, right);
}
