using System.ComponentModel;
using Troops.Sharing;

namespace Troops;

/// <summary>A Subscription that is enumerated, and the line of the <c>await foreach</c>. Infrastructure; see <see cref="TroopSite"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SitedSubscription<[Shareable] T>
{
    private readonly Subscription<T> sequence;
    private readonly int line;

    internal SitedSubscription(Subscription<T> sequence, int line)
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
        private readonly Subscription<T>.Enumerator values;
        private readonly int line;

        internal Enumerator(Subscription<T>.Enumerator values, int line)
        {
            this.values = values;
            this.line = line;
        }

        /// <inheritdoc cref="Subscription{T}.Enumerator.Current"/>
        public T Current => values.Current;

        /// <inheritdoc cref="Subscription{T}.Enumerator.MoveNextAsync"/>
        public SitedTask<bool> MoveNextAsync() => new(values.MoveNextAsync(), line);
    }
}
