namespace Corpus;

/// <summary>Disposed by a task of ours, by pattern.</summary>
public sealed class TaskDisposing(Probe p, string name)
{
    public async TroopTask DisposeAsync() => await p.Step($"-{name}");
}
