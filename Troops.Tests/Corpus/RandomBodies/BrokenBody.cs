namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>A body that does not compile.</summary>
/// <param name="Body">Which.</param>
/// <param name="IsPlain">Even without the generator: then what made the body is wrong.</param>
/// <param name="Errors">What the compiler says.</param>
internal sealed record BrokenBody(Body Body, bool IsPlain, string Errors)
{
    public override string ToString() => $"seed {Body.Seed} does not compile {(IsPlain ? "as plain C#" : "with the generator")}: {Errors}";
}
