namespace Corpus;

/// <summary>0, 1, 2 ... as an asynchronous stream that says when it is closed.</summary>
public sealed class AsyncItems(Probe p, int count) : IAsyncEnumerable<int>
{
    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(p, count, cancellationToken);

    private sealed class Enumerator(Probe p, int count, CancellationToken token) : IAsyncEnumerator<int>
    {
        public int Current { get; private set; } = -1;

        public async ValueTask<bool> MoveNextAsync()
        {
            token.ThrowIfCancellationRequested();
            Current++;
            return await p.Foreign($"next{Current}") != "" && Current < count;
        }

        public ValueTask DisposeAsync() => p.PauseValue("closed");
    }
}
