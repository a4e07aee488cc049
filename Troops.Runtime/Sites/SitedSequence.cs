using System.ComponentModel;

namespace Troops;

/// <summary>A sequence that is enumerated, and the line of the <c>await foreach</c>. Infrastructure; see <see cref="TroopSite"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SitedSequence<T>
{
    private readonly IAsyncEnumerable<T> sequence;
    private readonly int line;

    internal SitedSequence(IAsyncEnumerable<T> sequence, int line)
    {
        this.sequence = sequence;
        this.line = line;
    }

    /// <summary>What <c>await foreach</c> uses.</summary>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(sequence.GetAsyncEnumerator(cancellationToken), line);

    /// <summary>One <c>await foreach</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct Enumerator
    {
        private readonly IAsyncEnumerator<T> values;
        private readonly int line;

        internal Enumerator(IAsyncEnumerator<T> values, int line)
        {
            this.values = values;
            this.line = line;
        }

        /// <summary>The value that the last <see cref="MoveNextAsync"/> came to.</summary>
        public T Current => values.Current;

        /// <summary>Goes to the next value.</summary>
        public ValueTask<bool> MoveNextAsync() => TroopSite.At(values.MoveNextAsync(), line);

        /// <summary>Ends the enumeration.</summary>
        public ValueTask DisposeAsync() => TroopSite.At(values.DisposeAsync(), line);
    }
}
