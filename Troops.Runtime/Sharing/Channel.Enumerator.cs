using System.ComponentModel;

namespace Troops.Sharing;

/// <content>What <c>await foreach</c> uses.</content>
public sealed partial class Channel<T>
{
    /// <summary>One <c>await foreach</c>. It belongs to the thread that made it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct Enumerator
    {
        private readonly Enumeration<T> enumeration;

        internal Enumerator(Enumeration<T> enumeration) => this.enumeration = enumeration;

        /// <summary>The value that the last <see cref="MoveNextAsync"/> received.</summary>
        public T Current => enumeration.Current;

        /// <summary>Receives the next value; false if the channel is closed and empty. One at a time, awaited once.</summary>
        /// <exception cref="InvalidOperationException">The last one has not ended.</exception>
        /// <exception cref="System.Threading.Channels.ChannelClosedException">The channel was closed with an error and is empty.</exception>
        public TroopTask<bool> MoveNextAsync() => enumeration.MoveNext();
    }
}
