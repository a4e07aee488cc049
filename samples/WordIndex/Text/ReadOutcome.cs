namespace WordIndex.Text;

/// <summary>How the reading of a file ended.</summary>
/// <param name="Bytes">How many bytes were read.</param>
/// <param name="Refusal">Why the file is not counted; null if it is.</param>
internal readonly record struct ReadOutcome(long Bytes, string? Refusal);
