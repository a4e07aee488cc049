namespace Troops.Benchmarks.Bodies;

/// <summary>How often a construct was met.</summary>
internal sealed class ConstructCount
{
    internal int Occurrences { get; private set; }

    internal int Methods { get; private set; }

    internal int Copied { get; private set; }

    internal void Add(int occurrences, bool isCopied)
    {
        Occurrences += occurrences;
        Methods++;
        Copied += isCopied ? 1 : 0;
    }
}
