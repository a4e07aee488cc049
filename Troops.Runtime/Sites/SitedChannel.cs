using System.ComponentModel;
using Troops.Sharing;
using Troops.Tasks;

namespace Troops;

/// <summary>A Channel that is enumerated, and the line of the <c>await foreach</c>. Infrastructure; see <see cref="TroopSite"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SitedChannel<[Shareable] T>
{
    private readonly Channel<T> sequence;
    private readonly int line;
    private readonly TaskFlags leave;

    internal SitedChannel(Channel<T> sequence, int line, TaskFlags leave = TaskFlags.None)
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
        private readonly Channel<T>.Enumerator values;
        private readonly int line;
        private readonly TaskFlags leave;

        internal Enumerator(Channel<T>.Enumerator values, int line, TaskFlags leave)
        {
            this.values = values;
            this.line = line;
            this.leave = leave;
        }

        /// <inheritdoc cref="Channel{T}.Enumerator.Current"/>
        public T Current => values.Current;

        /// <inheritdoc cref="Channel{T}.Enumerator.MoveNextAsync"/>
        public SitedTask<bool> MoveNextAsync() => new(values.MoveNextAsync(), line, leave);
    }
}
