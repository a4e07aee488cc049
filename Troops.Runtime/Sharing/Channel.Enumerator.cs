using System.ComponentModel;

namespace Troops.Sharing;

/// <content>What <c>await foreach</c> uses.</content>
public sealed partial class Channel<T>
{
    /// <summary>One <c>await foreach</c>. It belongs to the thread that made it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class Enumerator
    {
        private readonly Channel<T> channel;
        private readonly CancellationToken cancellationToken;

        internal Enumerator(Channel<T> channel, CancellationToken cancellationToken)
        {
            this.channel = channel;
            this.cancellationToken = cancellationToken;
        }

        /// <summary>The value that the last <see cref="MoveNextAsync"/> received.</summary>
        public T Current { get; internal set; } = default!;

        /// <summary>Receives the next value; false if the channel is closed and empty.</summary>
        public TroopTask<bool> MoveNextAsync() => channel.MoveNext(this, cancellationToken);
    }
}
