using System.ComponentModel;
using Troops.Sharing;
using Troops.Tasks;

namespace Troops;

/// <summary>A Subscription that is enumerated, and the line of the <c>await foreach</c>. Infrastructure; see <see cref="TroopSite"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SitedSubscription<[Shareable] T>
{
    private readonly Subscription<T> sequence;
    private readonly int line;
    private readonly TaskFlags leave;

    internal SitedSubscription(Subscription<T> sequence, int line, TaskFlags leave = TaskFlags.None)
    {
        this.sequence = sequence;
        this.line = line;
        this.leave = leave;
    }

    /// <summary>What <c>await foreach</c> uses.</summary>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(sequence.GetAsyncEnumerator(cancellationToken), line, leave);

    /// <summary>One <c>await foreach</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct Enumerator
    {
        private readonly Subscription<T>.Enumerator values;
        private readonly int line;
        private readonly TaskFlags leave;

        internal Enumerator(Subscription<T>.Enumerator values, int line, TaskFlags leave)
        {
            this.values = values;
            this.line = line;
            this.leave = leave;
        }

        /// <inheritdoc cref="Subscription{T}.Enumerator.Current"/>
        public T Current => values.Current;

        /// <inheritdoc cref="Subscription{T}.Enumerator.MoveNextAsync"/>
        public SitedTask<bool> MoveNextAsync() => new(values.MoveNextAsync(), line, leave);
    }
}
