using System.Collections.Immutable;
using System.Text;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>A construct with its holes filled: bodies are trees of these, and are text only when they are compiled.</summary>
/// <param name="Construct">Of the grammar; or one made up: a block, a variable, a literal.</param>
/// <param name="Number">Of its names.</param>
/// <param name="Parts">What is in its holes; of a block its statements.</param>
internal sealed record Node(Construct Construct, int Number, ImmutableArray<Node> Parts)
{
    private static readonly Construct BlockConstruct = new("block", Hole.Block, "");

    internal bool IsBlock => ReferenceEquals(Construct, BlockConstruct);

    internal bool IsStatement => Construct.Gives == Construct.Statement;

    /// <summary>A literal or a variable: nothing is simpler.</summary>
    internal bool IsAtom { get; private init; }

    internal bool IsConstant { get; private init; }

    /// <summary>How many statements there are, in all blocks.</summary>
    internal int Statements => (IsStatement ? 1 : 0) + Parts.Sum(static part => part.Statements);

    internal IEnumerable<Node> All => Parts.SelectMany(static part => part.All).Prepend(this);

    internal static Node Block(IEnumerable<Node> statements) => new(BlockConstruct, 0, [.. statements]);

    internal static Node Atom(string type, string text, bool isConstant) =>
        new(new Construct(isConstant ? "literal" : "variable", type, text), 0, []) { IsAtom = true, IsConstant = isConstant };

    internal string Named(string text) => Names(text);

    /// <summary>The text, without an end of line.</summary>
    internal string Print()
    {
        if (IsBlock)
        {
            return string.Join('\n', Parts.Select(static part => part.Print()));
        }

        StringBuilder text = new();
        for (int i = 0; i < Parts.Length; i++)
        {
            text.Append(Names(Construct.Literals[i]));
            Hole hole = Construct.Holes[i];
            string part = Parts[i].Print();
            part =
                hole.Type == Hole.Block ? $"{{\n    {Indented(part, 4)}\n}}"
                : hole.IsOfStatements || Parts[i].Construct.Level >= hole.Level ? part
                : $"({part})";
            text.Append(Indented(part, Indentation(text)));
        }

        return text.Append(Names(Construct.Literals[^1])).ToString();
    }

    private string Names(string text)
    {
        if (!text.Contains('#', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder named = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '#' || !char.IsAsciiLetter(text[i + 1]))
            {
                named.Append(text[i]);
                continue;
            }

            for (i++; i < text.Length && char.IsAsciiLetter(text[i]); i++)
            {
                named.Append(text[i]);
            }

            named.Append(Number);
            i--;
        }

        return named.ToString();
    }

    private static string Indented(string text, int by) => text.Replace("\n", $"\n{new string(' ', by)}", StringComparison.Ordinal);

    /// <summary>Of the line that the text has come to.</summary>
    private static int Indentation(StringBuilder text)
    {
        int start = text.Length;
        while (start > 0 && text[start - 1] != '\n')
        {
            start--;
        }

        int end = start;
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }

        return end - start;
    }
}
