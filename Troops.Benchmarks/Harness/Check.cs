namespace Troops.Benchmarks.Harness;

/// <summary>A loop that loses messages is fast; so every row checks what came out.</summary>
internal static class Check
{
    internal static void Equal(long expected, long actual, string what)
    {
        if (expected != actual)
        {
            throw new InvalidOperationException($"A measured loop is wrong: {what} should be {expected} and is {actual}.");
        }
    }
}
