using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>A line of the grammar: C# with holes.</summary>
/// <remarks><c>#x</c> is a name of its own in every use of the construct. <c>«+int #x»</c> declares it for what follows in the block.</remarks>
internal sealed partial class Construct
{
    internal const string Statement = "statement";

    internal Construct(string name, string gives, string text, Needs needs = Needs.Nothing, int weight = 10, bool isLeaf = false)
    {
        (Name, Gives, Needs, Weight, IsLeaf) = (name, gives, needs, weight, isLeaf);
        ImmutableArray<Variable>.Builder declared = ImmutableArray.CreateBuilder<Variable>();
        ImmutableArray<Hole>.Builder holes = ImmutableArray.CreateBuilder<Hole>();
        ImmutableArray<string>.Builder literals = ImmutableArray.CreateBuilder<string>();
        string literal = "";
        foreach (string piece in Pieces().Split(text))
        {
            switch (piece)
            {
                case ['«', '+', .. var variable, '»'] when variable.Split(' ') is [var type, var named]:
                    declared.Add(Hole.VariableOf(type, named));
                    break;
                case ['«', .. var hole, '»']:
                    literals.Add(literal);
                    literal = "";
                    holes.Add(Hole.Parse(hole));
                    break;
                default:
                    literal += piece;
                    break;
            }
        }

        literals.Add(literal);
        (Declared, Holes, Literals) = (declared.ToImmutable(), holes.ToImmutable(), literals.ToImmutable());
        Level = gives is Statement or Hole.Block or Member.Gives ? Level.Any : LevelOf(Pieces().Replace(text, "x"));
    }

    internal string Name { get; }

    /// <summary>The type of an expression; or that it is a statement.</summary>
    internal string Gives { get; }

    internal Needs Needs { get; }

    /// <summary>How often it is taken, beside others.</summary>
    internal int Weight { get; }

    /// <summary>An expression without further parts, for where a body is deep enough.</summary>
    internal bool IsLeaf { get; }

    internal Level Level { get; }

    /// <summary>What stands before, between and after the holes.</summary>
    internal ImmutableArray<string> Literals { get; }

    internal ImmutableArray<Hole> Holes { get; }

    /// <summary>What the rest of the block may use.</summary>
    internal ImmutableArray<Variable> Declared { get; }

    internal bool HasBlocks => Holes.Any(static hole => hole.IsOfStatements);

    /// <summary>By its look: whether a space stands in it outside of parentheses and quotes, and what it begins with.</summary>
    private static Level LevelOf(string text)
    {
        int depth = 0;
        bool isQuoted = false;
        string outside = "";
        foreach (char c in text)
        {
            isQuoted ^= c == '"';
            depth += !isQuoted && c is '(' or '[' or '{' ? 1 : 0;
            outside += depth == 0 && !isQuoted ? c : "";
            depth -= !isQuoted && c is ')' or ']' or '}' ? 1 : 0;
        }

        bool isUnary = text[0] is '-' or '!' or '~' or '+' || Cast().IsMatch(text);
        string rest = outside.StartsWith("await ", StringComparison.Ordinal) ? outside[6..] : outside;
        return rest.Contains(' ', StringComparison.Ordinal) && !rest.StartsWith("new ", StringComparison.Ordinal) ? Level.Any
            : isUnary || rest.Length < outside.Length ? Level.Unary
            : Level.Primary;
    }

    [GeneratedRegex("(?<hole>«[^»]*»)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"^\([\w<>?, \[\]]+\)[^.]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Cast();
}
