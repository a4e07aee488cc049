using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>Notes and finds the lines of awaits whose awaiters are not ours; see the README of this folder.</summary>
internal static class SiteNote
{
    /// <summary>An await follows, which does not suspend if what is awaited is complete.</summary>
    /// <param name="isCompleted">What is awaited.</param>
    /// <param name="line">Of the await.</param>
    /// <param name="ofValueTask">Of which family the awaiter is; null if nobody knows.</param>
    internal static void Make(bool isCompleted, int line, bool? ofValueTask) => Worker.Current?.NoteSite(isCompleted ? 0 : line, ofValueTask);

    /// <summary>A body suspends; 0 if nobody knows where.</summary>
    internal static int Take<TAwaiter>() => Worker.Current?.TakeSite(AwaiterOf<TAwaiter>.IsValueTask) ?? 0;

    /// <summary>Asked once a type.</summary>
    private static class AwaiterOf<TAwaiter>
    {
        internal static readonly bool IsValueTask =
            typeof(TAwaiter).Assembly == typeof(ValueTask).Assembly && typeof(TAwaiter).Name.Contains(nameof(ValueTask), StringComparison.Ordinal);
    }
}
