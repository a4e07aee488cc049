namespace Corpus;

public sealed class AsyncDisposing(Probe p, string name) : IAsyncDisposable
{
    public string Name => name;

    public ValueTask DisposeAsync() => p.PauseValue($"-{name}");
}
