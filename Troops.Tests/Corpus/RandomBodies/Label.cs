namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Where a <c>goto</c> may lead.</summary>
/// <param name="Name">Of the label.</param>
/// <param name="Counter">What bounds the jumps back; null for one that lies ahead.</param>
internal sealed record Label(string Name, string? Counter);
