using System.Collections.Immutable;

namespace WordIndex.Indexing;

/// <summary>Keeps the most frequent of the words that are added; of equally frequent ones the ordinally smaller.</summary>
/// <remarks>A heap with the last of them on top: nearly every word fails against that one alone, so the whole dictionary is never sorted.</remarks>
internal sealed class Ranking(int top)
{
    private static readonly Comparer<WordCount> LastFirst = Comparer<WordCount>.Create(
        (a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : string.CompareOrdinal(b.Word, a.Word)
    );

    private readonly PriorityQueue<WordCount, WordCount> best = new(LastFirst);

    public void Add(WordCount word)
    {
        if (best.Count < top)
        {
            best.Enqueue(word, word);
        }
        else
        {
            best.EnqueueDequeue(word, word);
        }
    }

    /// <summary>Takes them out, in order.</summary>
    public ImmutableArray<WordCount> Drain()
    {
        ImmutableArray<WordCount>.Builder words = ImmutableArray.CreateBuilder<WordCount>(best.Count);
        words.Count = best.Count;
        for (int i = words.Count - 1; i >= 0; i--)
        {
            words[i] = best.Dequeue();
        }

        return words.MoveToImmutable();
    }
}
