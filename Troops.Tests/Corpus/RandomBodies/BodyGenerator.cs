using System.Collections.Immutable;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Makes a body from a seed: by type, so that it compiles, and with a bound on everything, so that it ends.</summary>
internal sealed class BodyGenerator
{
    private const int DeepestStatement = 4;
    private const int DeepestExpression = 3;
    private const int MostMembers = 3;

    private readonly Dice dice;
    private readonly bool isForeign;
    private readonly Dictionary<string, List<Construct>> own = new(StringComparer.Ordinal);
    private int number;

    /// <summary>How many nodes are yet to be made before only the simplest are.</summary>
    private int budget;

    private BodyGenerator(ulong seed)
    {
        dice = new(seed);
        isForeign = dice.Chance(35);
        budget = 15 + dice.Next(75);
    }

    internal static Body Make(ulong seed) => new BodyGenerator(seed).Make(seed, []);

    private Body Make(ulong seed, List<Node> members)
    {
        int count = dice.Next(MostMembers + 1);
        for (int i = 0; i < count; i++)
        {
            Member member = dice.Pick(Grammar.Members);
            // A task beside the body is called from many places: it is small.
            Node node = Fill(member.Declaration, new(MayAwait: false, Returns: null) { Depth = 2 });
            members.Add(node);
            List<Construct> calls = CollectionsOf("T");
            calls.AddRange(member.Calls.Select(call => new Construct($"call: {member.Declaration.Name}", "T", node.Named(call), weight: 30)));
        }

        Place place = new(MayAwait: true, Returns: "string");
        List<Node> statements = [];
        Add(statements, Fill(Grammar.Of(Construct.Statement).First(static construct => construct.Name == "declaration of int"), place), ref place);
        for (int i = 3 + dice.Next(5); i > 0; i--)
        {
            Add(statements, Statement(place), ref place);
        }

        statements.AddRange(place.Variables.Where(static variable => variable.Type is "int" or "string" or "Ticker").Select(static variable => Say(variable)));
        return new(seed, [.. members], Node.Block(statements));
    }

    private static Node Say(Variable variable) => new(new("say", Construct.Statement, $"p.Say({variable.Name});"), 0, []);

    private static void Add(List<Node> statements, Node statement, ref Place place)
    {
        statements.Add(statement);
        place = place with
        {
            Variables = place.Variables.AddRange(statement.Construct.Declared.Select(variable => variable with { Name = statement.Named(variable.Name) })),
        };
    }

    private Node Block(Place place)
    {
        List<Node> statements = [];
        int most = Math.Max(1, DeepestStatement - place.Depth + 1);
        for (int i = 1 + dice.Next(most); i > 0; i--)
        {
            Add(statements, Statement(place), ref place);
        }

        return Node.Block(statements);
    }

    private Node Statement(Place place)
    {
        if (place.Targets.Count > 0 && dice.Chance(25))
        {
            return Jump(dice.Pick(place.Targets), place);
        }

        bool isFlat = place.Depth >= DeepestStatement || budget <= 0;
        return Fill(Choose(Grammar.Of(Construct.Statement).Where(construct => (!isFlat || !construct.HasBlocks) && place.Allows(construct, isForeign))), place);
    }

    private Node Jump(Label label, Place place) =>
        Fill(
            new(
                "goto",
                Construct.Statement,
                label.Counter is { } counter ? $"if ({counter}++ < 2)\n    goto {label.Name};" : $"if («bool,»)\n    goto {label.Name};"
            ),
            place
        );

    private Node Expression(string type, Place place)
    {
        bool isFlat = place.Nesting > DeepestExpression || budget <= 0;
        bool isDeep = place.Depth >= DeepestStatement || place.Nesting > 2;
        if (dice.Chance(isFlat ? 40 : 25) && Atom(type, place) is { } atom)
        {
            return atom;
        }

        List<Construct> choices =
        [
            .. Grammar
                .Of(type)
                .Concat(CollectionsOf(type))
                .Where(construct => (!isFlat || construct.IsLeaf) && (!isDeep || !construct.HasBlocks) && place.Allows(construct, isForeign)),
        ];
        return choices.Count > 0
            ? Fill(Choose(choices), place)
            : Atom(type, place) ?? throw new InvalidOperationException($"The grammar has nothing simple that gives {type}.");
    }

    private List<Construct> CollectionsOf(string type)
    {
        if (!own.TryGetValue(type, out List<Construct>? constructs))
        {
            own[type] = constructs = [];
        }

        return constructs;
    }

    /// <summary>A variable in scope, or a literal.</summary>
    private Node? Atom(string type, Place place)
    {
        List<Variable> fitting = [.. place.Variables.Where(variable => Fits(variable, type))];
        if (fitting.Count > 0 && dice.Chance(75))
        {
            // What was declared last is what the construct around has declared for this.
            return Node.Atom(type, (dice.Chance(50) ? fitting[^1] : dice.Pick(fitting)).Name, isConstant: false);
        }

        return Grammar.Literal(type, 1 + dice.Next(9)) is { } literal ? Node.Atom(type, literal, isConstant: type is "int" or "long" or "string") : null;
    }

    private static bool Fits(Variable variable, string type) =>
        variable.Type == type.TrimEnd('=', '&') && (variable.IsAssignable || type[^1] is not ('=' or '&'));

    private Construct Choose(IEnumerable<Construct> constructs)
    {
        Construct[] choices = [.. constructs];
        int left = dice.Next(choices.Sum(static construct => construct.Weight));
        return choices.First(construct => (left -= construct.Weight) < 0);
    }

    private Node Fill(Construct construct, Place place)
    {
        budget--;
        int mine = ++number;
        Node node = new(construct, mine, []);
        ImmutableArray<Node>.Builder parts = ImmutableArray.CreateBuilder<Node>();
        foreach (Hole hole in construct.Holes)
        {
            Place inner = place.In(hole, node.Named);
            parts.Add(hole.IsOfStatements ? Block(inner) : Expression(hole.Type == "ret" ? place.Returns! : hole.Type, inner));
        }

        // The compiler would compute what is constant, and complain about what overflows.
        if (parts.Count > 0 && !construct.HasBlocks && parts.All(static part => part.IsConstant))
        {
            parts[0] = Node.Atom(parts[0].Construct.Gives, $"p.Note({parts[0].Print()})", isConstant: false);
        }

        return node with
        {
            Parts = parts.ToImmutable(),
        };
    }
}
