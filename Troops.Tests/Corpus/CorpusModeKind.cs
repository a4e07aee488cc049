namespace Troops.Tests.Corpus;

/// <summary>What the awaitables do. The names are those of <c>ProbeKind</c>, which is compiled with the bodies.</summary>
internal enum CorpusModeKind
{
    Ready,
    Suspend,
    Random,
    Fault,
    Cancel,
}
