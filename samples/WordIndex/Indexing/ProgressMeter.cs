using Troops.Sharing;

namespace WordIndex.Indexing;

/// <summary>Tells whoever listens how many bytes a reader thread is through with. A slow listener, or none, never keeps a reader waiting.</summary>
internal sealed class ProgressMeter(Channel<ProgressStep> listener, long totalBytes)
{
    private long untold;

    public void Add(long bytes)
    {
        untold += bytes;
        if (listener.TrySend(new ProgressStep(untold, totalBytes)))
        {
            untold = 0;
        }
    }
}
