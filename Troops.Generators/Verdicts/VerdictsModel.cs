namespace Troops.Generators.Verdicts;

/// <summary>What is written into the assembly: text alone, so that two runs that found the same are equal.</summary>
/// <param name="Kinds">A line a type; empty if nothing was inferred that other assemblies may meet.</param>
/// <param name="IsVerified">Whether the stamp is given.</param>
internal sealed record VerdictsModel(string Kinds, bool IsVerified);
