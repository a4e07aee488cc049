using System.Collections.Immutable;

namespace Troops.Benchmarks.Analyzers.Business;

/// <summary>The variables that a statement may read, by type; each list has one at least. Inner blocks add to a copy.</summary>
/// <param name="Numbers"><c>int</c>, in which no statement can overflow to an error.</param>
/// <param name="Amounts"><c>decimal</c>.</param>
/// <param name="Texts"><c>string</c>.</param>
/// <param name="Lists"><c>IReadOnlyList&lt;int&gt;</c> or better.</param>
/// <param name="IsAsync">Whether <c>await</c> may be said, with a token named <c>cancellation</c>.</param>
/// <param name="IsTask">Whether this is a body of a task, which may start threads and send over a channel named <c>output</c>.</param>
internal sealed record Scope(
    ImmutableArray<string> Numbers,
    ImmutableArray<string> Amounts,
    ImmutableArray<string> Texts,
    ImmutableArray<string> Lists,
    bool IsAsync = false,
    bool IsTask = false
)
{
    /// <summary>The numbers that are written again after they were declared: no other thread may capture them.</summary>
    internal ImmutableArray<string> Changing { get; init; } = ["limit"];

    /// <summary>The numbers that another thread may capture.</summary>
    internal ImmutableArray<string> Constant => [.. Numbers.Except(Changing, StringComparer.Ordinal)];

    /// <summary>What every method of the generated project takes: <see cref="Parameters"/>.</summary>
    internal static Scope OfMethod(bool isAsync = false, bool isTask = false) => new(["count", "limit"], ["price"], ["reference"], ["items"], isAsync, isTask);

    internal const string Parameters = "int count, int limit, decimal price, string reference, IReadOnlyList<int> items";
}
