using TradeWinds.Common;

namespace TradeWinds.Chronicle;

internal static class Searcher
{
    /// <summary>The best entries, the best first.</summary>
    public static ImmutableArray<Hit> Search(Snapshot index, Query query, int top)
    {
        var scores = Score(index, query);
        PriorityQueue<Hit, double> best = new(top + 1);
        foreach (var (number, score) in scores.Where(static it => it.Value > 0))
        {
            best.Enqueue(new Hit(index.Entries[number], score), score);
            if (best.Count > top)
            {
                best.Dequeue();
            }
        }

        return [.. best.UnorderedItems.Select(static it => it.Element).Order()];
    }

    private static Dictionary<int, double> Score(Snapshot index, Query query)
    {
        switch (query)
        {
            case Query.Word(var stem):
                return index.Find(stem).ToDictionary();
            case Query.By(var author) when !index.Knows(author):
                return [];
            case Query.All([]):
                return Matching(static _ => true);
            case Query.All([var only]):
                return Score(index, only);
            case Query.All([.. var some, var last]):
                return Join(Score(index, new Query.All(some)), Score(index, last));
            case Query.Not(var inner):
                var without = Score(index, inner);
                return Enumerable
                    .Range(0, index.Entries.Length)
                    .Where(number => !without.ContainsKey(number))
                    .ToDictionary(static number => number, static _ => 0.01);
            case Query.By(var author):
                return Matching(entry => entry.Author.Equals(author, StringComparison.OrdinalIgnoreCase));
            case Query.After({ Year: > 0 } day):
                return Matching(entry => entry.Day > day);
            case Query.Prefix { Start: var start }:
                return Matching(entry => entry.Text.Split(' ').Any(word => word.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
            default:
                return [];
        }

        Dictionary<int, double> Matching(Func<Entry, bool> predicate) =>
            index.Entries.Index().Where(it => predicate(it.Item)).ToDictionary(static it => it.Index, static _ => 0.1);
    }

    private static Dictionary<int, double> Join(Dictionary<int, double> left, Dictionary<int, double> right) =>
        (from one in left join other in right on one.Key equals other.Key select (one.Key, Sum: one.Value + other.Value)).ToDictionary(
            static it => it.Key,
            static it => it.Sum
        );
}
