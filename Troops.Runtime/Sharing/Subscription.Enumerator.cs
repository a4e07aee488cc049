using System.ComponentModel;

namespace Troops.Sharing;

/// <content>What <c>await foreach</c> uses.</content>
public sealed partial class Subscription<T>
{
    /// <summary>One <c>await foreach</c>. It belongs to the thread that made it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed class Enumerator
    {
        private readonly Subscription<T> subscription;
        private readonly CancellationToken cancellationToken;

        internal Enumerator(Subscription<T> subscription, CancellationToken cancellationToken)
        {
            this.subscription = subscription;
            this.cancellationToken = cancellationToken;
        }

        /// <summary>The value that the last <see cref="MoveNextAsync"/> received.</summary>
        public T Current { get; internal set; } = default!;

        /// <summary>Receives the next value; false if the broadcast is closed and everything was received.</summary>
        public TroopTask<bool> MoveNextAsync() => subscription.MoveNext(this, cancellationToken);
    }
}
