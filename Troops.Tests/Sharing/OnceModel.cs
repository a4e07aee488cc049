using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What a value that is made once is, written so that it is plainly right. Its first attempts fail.</summary>
internal sealed class OnceModel(int failures)
{
    private readonly Dictionary<int, string> outcomes = [];
    private int attempts;

    private bool IsMade => attempts > failures;

    internal void Get(int id)
    {
        attempts += IsMade ? 0 : 1;
        outcomes[id] = IsMade ? $"{failures + 1}" : nameof(FormatException);
    }

    internal void TryGet(int id) => outcomes[id] = IsMade ? $"{failures + 1}" : "none";

    public override string ToString() => Outcomes.Print(outcomes);
}
