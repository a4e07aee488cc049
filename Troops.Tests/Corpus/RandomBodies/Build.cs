namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>How a body is compiled to be compared with the plain one.</summary>
/// <param name="Tier">What of it runs.</param>
/// <param name="IsDebug">Or release.</param>
internal readonly record struct Build(CorpusTier Tier, bool IsDebug)
{
    public override string ToString() => $"{Tier}, {(IsDebug ? "debug" : "release")}";
}
