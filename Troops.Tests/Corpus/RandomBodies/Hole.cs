using System.Collections.Immutable;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>A place in a construct's text, for another construct.</summary>
/// <remarks>
/// Written <c>«type flags»</c>. The type is one of the grammar's, or <c>block</c> (with braces) or <c>statements</c> (without). After an expression's type: nothing: it is an operand, in parentheses unless it holds
/// together; <c>.</c>: something is called on it; <c>,</c>: nothing of its neighbours could tear it apart.
/// </remarks>
internal sealed record Hole(string Type, Level Level)
{
    internal const string Block = "block";
    internal const string Statements = "statements";

    /// <summary>Nothing can be awaited in it (<c>sync</c>).</summary>
    internal bool IsSync { get; private init; }

    /// <summary>It is the body of a function of its own (<c>fn</c>), async or not.</summary>
    internal bool IsFunction { get; private init; }

    internal bool IsAsync { get; private init; }

    /// <summary>What that function returns (<c>returns=int</c>), if statements may.</summary>
    internal string? Returns { get; private init; }

    /// <summary>How often it runs at most, if not once (<c>loop=3</c>).</summary>
    internal int Rounds { get; private init; } = 1;

    internal bool IsLoop { get; private init; }

    internal bool IsFinally { get; private init; }

    /// <summary>It awaits only what is of its own thread (<c>own</c>).</summary>
    internal bool IsOwn { get; private init; }

    internal bool IsFilter { get; private init; }

    internal bool IsCatch { get; private init; }

    /// <summary>Where it may jump to (<c>label=#l</c>, <c>label=#l:#counter</c>).</summary>
    internal Label? Label { get; private init; }

    /// <summary>What is in scope in it (<c>int:#i</c>), assignable (<c>int:#i=</c>), a reference (<c>int:#i!</c>).</summary>
    internal ImmutableArray<Variable> Variables { get; private init; } = [];

    internal bool IsOfStatements => Type is Block or Statements;

    internal static Hole Parse(string text)
    {
        string[] words = text.Split(' ');
        string type = words[0].TrimEnd(',', '.');
        Level level = words[0][^1] switch
        {
            ',' => Level.Any,
            '.' => Level.Primary,
            _ => Level.Unary,
        };
        Hole hole = new(type, level);
        return words.Skip(1).Aggregate(hole, static (hole, word) => hole.With(word));
    }

    private Hole With(string word) =>
        word switch
        {
            "sync" => this with { IsSync = true },
            "async" => this with { IsAsync = true },
            "fn" => this with { IsFunction = true },
            "finally" => this with { IsFinally = true },
            "own" => this with { IsOwn = true },
            "filter" => this with { IsFilter = true },
            "catch" => this with { IsCatch = true },
            _ when word.StartsWith("returns=", StringComparison.Ordinal) => this with { Returns = word[8..] },
            _ when word.StartsWith("loop=", StringComparison.Ordinal) => this with { IsLoop = true, Rounds = word[5] - '0' },
            _ when word.StartsWith("rounds=", StringComparison.Ordinal) => this with { Rounds = word[7] - '0' },
            _ when word.StartsWith("label=", StringComparison.Ordinal) => this with { Label = LabelOf(word[6..].Split(':')) },
            _ when word.Split(':') is [var type, var name] => this with { Variables = Variables.Add(VariableOf(type, name)) },
            _ => throw new FormatException($"A hole of the grammar says {word}."),
        };

    private static Label LabelOf(string[] parts) => new(parts[0], parts.Length > 1 ? parts[1] : null);

    internal static Variable VariableOf(string type, string name) => new(type, name.TrimEnd('=', '!'), name[^1] is '=' or '!', name[^1] == '!');
}
