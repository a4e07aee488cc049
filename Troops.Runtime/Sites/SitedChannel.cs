using System.ComponentModel;
using Troops.Sharing;

namespace Troops;

/// <summary>A Channel that is enumerated, and the line of the <c>await foreach</c>. Infrastructure; see <see cref="TroopSite"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SitedChannel<[Shareable] T>
{
    private readonly Channel<T> sequence;
    private readonly int line;

    internal SitedChannel(Channel<T> sequence, int line)
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
        private readonly Channel<T>.Enumerator values;
        private readonly int line;

        internal Enumerator(Channel<T>.Enumerator values, int line)
        {
            this.values = values;
            this.line = line;
        }

        /// <inheritdoc cref="Channel{T}.Enumerator.Current"/>
        public T Current => values.Current;

        /// <inheritdoc cref="Channel{T}.Enumerator.MoveNextAsync"/>
        public SitedTask<bool> MoveNextAsync() => new(values.MoveNextAsync(), line);
    }
}
