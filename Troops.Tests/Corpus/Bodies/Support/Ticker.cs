namespace Corpus;

/// <summary>A struct that changes itself.</summary>
public struct Ticker(int start)
{
    public int N = start;

    public int Tick(int by) => N += by;

    public override readonly string ToString() => $"#{N}";
}
