using System.Runtime.CompilerServices;

namespace Troops.Tasks;

/// <summary>Times that users give.</summary>
internal static class Spans
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> is negative and not infinite.</exception>
    internal static void Check(TimeSpan span, [CallerArgumentExpression(nameof(span))] string? name = null)
    {
        if (span < TimeSpan.Zero && span != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, span, $"{name} must be zero or more, or Timeout.InfiniteTimeSpan for no end.");
        }
    }
}
