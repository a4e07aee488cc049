using TradeWinds.Common;

namespace TradeWinds.Chronicle;

/// <summary>What is looked for, such as <c>silk storm -salt author:Wanderer after:1204-05-01</c>.</summary>
[Immutable]
internal abstract record Query
{
    public static Query Everything { get; } = new All([]);

    public static Query operator &(Query left, Query right) =>
        (left, right) switch
        {
            (All { Parts: [] }, _) => right,
            (_, All { Parts: [] }) => left,
            (All(var first), All(var second)) => new All([.. first, .. second]),
            (All(var parts), _) => new All([.. parts, right]),
            _ => new All([left, right]),
        };

    public static Query operator !(Query query) => query is Not(var inner) ? inner : new Not(query);

    public static Query Parse(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(ParsePart)
            .Aggregate(Everything, static (all, part) => all & part);

    private static Query ParsePart(string part) =>
        part switch
        {
            ['-', .. { Length: > 0 } rest] => !ParsePart(rest),
            [.. var start, '*'] => new Prefix(start.ToLowerInvariant()),
            _ when part.Split(':') is ["author", var name] => new By(name),
            _ when part.Split(':') is ["after", var day] && DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var after) => new After(after),
            _ when part.Contains(':') => throw new SyntaxException($"'{part}' says nothing", part.IndexOf(':')),
            _ => new Word(Vocabulary.Stem(part) ?? part),
        };

    public sealed record Word(string Stem) : Query;

    public sealed record Prefix(string Start) : Query;

    public sealed record By(string Author) : Query;

    public sealed record After(DateOnly Day) : Query;

    public sealed record Not(Query Inner) : Query;

    public sealed record All(ImmutableArray<Query> Parts) : Query;
}
