using Troops.Sharing;

namespace WordIndex.Indexing;

/// <summary>Tells whoever listens how much a thread has found and read. A slow listener, or none, never keeps that thread waiting.</summary>
internal sealed class ProgressMeter(Channel<ProgressStep> listener)
{
    private ProgressStep untold;

    public void Found(long bytes) => Tell(untold with { BytesFound = untold.BytesFound + bytes });

    public void Read(long bytes) => Tell(untold with { BytesRead = untold.BytesRead + bytes });

    private void Tell(ProgressStep step) => untold = listener.TrySend(step) ? default : step;
}
