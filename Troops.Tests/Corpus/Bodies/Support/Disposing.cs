namespace Corpus;

public sealed class Disposing(Probe p, string name) : IDisposable
{
    public string Name => name;

    public void Dispose() => p.Note($"-{name}");
}
