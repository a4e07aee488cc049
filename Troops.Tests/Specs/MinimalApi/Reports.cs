namespace Lending;

/// <summary>What takes long, on threads of the process.</summary>
internal static partial class Reports
{
    /// <summary>How often each title has been lent.</summary>
    [TroopTask]
    public static async TroopTask<SortedDictionary<string, int>> Titles(LoanStore store)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var part in TroopThread.StartAll(store.All.Chunk(500).Select(static chunk => chunk.ToImmutableArray()), CountTitles))
        {
            foreach (var (title, count) in await part.Join())
            {
                counts[title] = counts.GetValueOrDefault(title) + count;
            }
        }

        return counts;
    }

    [TroopTask]
    public static async TroopTask<List<Loan>> Overdue(ImmutableArray<Loan> loans, DateTimeOffset now)
    {
        List<Loan> found = [];
        foreach (var loan in loans)
        {
            if (loan.IsOverdue(now))
            {
                found.Add(loan);
                await TroopTask.Yield();
            }
        }

        found.Sort(static (left, right) => left.Due.CompareTo(right.Due));
        return found;
    }

    /// <summary>The loans whose titles have a word, by the word; a task for each of them, in one thread.</summary>
    [TroopTask]
    public static async TroopTask<Dictionary<string, List<Loan>>> Search(ImmutableArray<Loan> loans, ImmutableArray<string> words, CancellationToken stop)
    {
        Dictionary<string, List<Loan>> found = new(StringComparer.OrdinalIgnoreCase);
        await TroopTask.WhenAll([.. words.Distinct(StringComparer.OrdinalIgnoreCase).Select(SearchOne)]);
        return found;

        async TroopTask SearchOne(string word)
        {
            foreach (var loan in loans)
            {
                stop.ThrowIfCancellationRequested();
                if (loan.Title.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    if (!found.TryGetValue(word, out var same))
                    {
                        found.Add(word, same = []);
                    }

                    same.Add(loan);
                }

                await TroopTask.Yield();
            }
        }
    }

    private static ImmutableDictionary<string, int> CountTitles(ImmutableArray<Loan> loans) =>
        loans.GroupBy(static loan => loan.Title, StringComparer.Ordinal).ToImmutableDictionary(static group => group.Key, static group => group.Count());
}
