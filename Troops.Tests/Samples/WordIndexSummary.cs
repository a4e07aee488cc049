namespace Troops.Tests.Samples;

/// <summary>The numbers of the sample's last line that do not depend on the clock.</summary>
internal sealed record WordIndexSummary(long Files, long Bytes, long Words, long Threads, long Workers);
