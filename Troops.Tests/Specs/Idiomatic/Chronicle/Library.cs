using TradeWinds.Common;

namespace TradeWinds.Chronicle;

/// <summary>The threads around the chronicle: one that writes it, then one for each who reads in it.</summary>
internal static partial class Library
{
    /// <summary>Writes down whatever comes, until no more comes. The index is this thread's, and then that of whoever joins it.</summary>
    [TroopTask]
    public static async TroopTask<InvertedIndex> Write(Channel<Entry> entries)
    {
        InvertedIndex index = new();
        await foreach (var entry in entries)
        {
            index.Add(entry);
        }

        return index;
    }

    /// <summary>Puts up what people ought to know.</summary>
    [TroopTask]
    public static async TroopTask Proclaim(Channel<Entry> entries, NoticeBoard board)
    {
        await foreach (var entry in entries)
        {
            if (entry is { Text: [.., not '.'] text, Author: not "Surveyor" } && text.Contains("caught", StringComparison.Ordinal))
            {
                board.Post(entry.Author, $"Damned weather: {text}");
            }
        }
    }

    [TroopTask]
    public static async TroopTask<ImmutableArray<(string Question, ImmutableArray<Hit> Hits)>> Answer(Snapshot index, ImmutableArray<string> questions, int top)
    {
        List<TroopThread<ImmutableArray<Hit>>> readers = [];
        foreach (var question in questions)
        {
            readers.Add(TroopThread.Start(() => Searcher.Search(index, Query.Parse(question), top)));
        }

        var hits = await TroopTask.WhenAll<ImmutableArray<Hit>>([.. readers.Select(static reader => reader.Join())]);
        return [.. questions.Zip(hits)];
    }

    /// <summary>How many entries each author has written, counted on all cores.</summary>
    [TroopTask]
    public static async TroopTask<ImmutableSortedDictionary<string, int>> CountAuthors(Snapshot index)
    {
        SharedDictionary<string, int> counts = new();
        await TroopThread.ForEach(
            index.Entries.Chunk(100).Select(static chunk => chunk.ToImmutableArray()),
            degree: 4,
            chunk =>
            {
                foreach (var group in chunk.GroupBy(static entry => entry.Author, StringComparer.Ordinal))
                {
                    var count = group.Count();
                    counts.AddOrUpdate(group.Key, count, (_, old) => old + count);
                }
            }
        );

        return counts.ToImmutableArray().ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
