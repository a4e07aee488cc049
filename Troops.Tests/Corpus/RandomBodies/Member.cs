namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>A task beside the body, and how it is called; the names in the calls are those of the declaration.</summary>
internal sealed record Member(Construct Declaration, params string[] Calls)
{
    internal const string Gives = "member";
}
