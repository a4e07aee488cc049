namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>What is in scope at a place.</summary>
/// <param name="Type">As the grammar calls it.</param>
/// <param name="Name">As the body does.</param>
/// <param name="IsAssignable">False for those that a loop counts with.</param>
/// <param name="IsOnStack">A reference, which no closure can capture.</param>
internal sealed record Variable(string Type, string Name, bool IsAssignable, bool IsOnStack);
