using System.Collections.Immutable;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Where in a body something is to stand: what is in scope, and what is legal.</summary>
internal sealed record Place(bool MayAwait, string? Returns)
{
    private const int MostRounds = 12;

    internal ImmutableList<Variable> Variables { get; init; } = [];

    private ImmutableList<Label> Labels { get; init; } = [];

    internal IReadOnlyList<Label> Targets => Labels;

    /// <summary>Of statements in statements.</summary>
    internal int Depth { get; init; }

    /// <summary>Of expressions in expressions.</summary>
    internal int Nesting { get; init; }

    private int Rounds { get; init; } = 1;

    private bool IsInLoop { get; init; }

    private bool IsOwn { get; init; }

    private bool IsInFilter { get; init; }

    private bool IsInCatch { get; init; }

    /// <summary>In a <c>catch</c> or <c>finally</c> of the function.</summary>
    private bool IsInHandler { get; init; }

    internal bool Allows(Construct construct, bool isForeign) =>
        (MayAwait || !construct.Needs.HasFlag(Needs.Await))
        && (isForeign || !construct.Needs.HasFlag(Needs.Foreign))
        && (!isForeign || !construct.Needs.HasFlag(Needs.Siblings))
        && (IsInLoop || !construct.Needs.HasFlag(Needs.Loop))
        && (Returns is not null || !construct.Needs.HasFlag(Needs.Return))
        && (IsInCatch || !construct.Needs.HasFlag(Needs.Catch))
        && !(IsOwn && construct.Needs.HasFlag(Needs.Foreign))
        && !(construct.Needs.HasFlag(Needs.NoJumpAhead) && Labels.Exists(static label => label.Counter is null))
        && !(IsInFilter && construct.Needs.HasFlag(Needs.NoFilter))
        && !(IsInHandler && construct.Needs.HasFlag(Needs.NoHandler))
        && construct.Holes.All(hole => Rounds * hole.Rounds <= MostRounds);

    /// <summary>In a hole of what stands here; its names are told by <paramref name="named"/>.</summary>
    internal Place In(Hole hole, Func<string, string> named)
    {
        Place inner = this;
        if (hole.IsFunction)
        {
            inner = new(hole.IsAsync, hole.Returns)
            {
                Variables = Variables.RemoveAll(static variable => variable.IsOnStack),
                Depth = Depth,
                Nesting = Nesting,
                Rounds = Rounds,
                IsInFilter = IsInFilter,
                IsOwn = IsOwn,
            };
        }

        // A jump does not leave a finally.
        if (hole.IsFinally)
        {
            inner = inner with { IsInLoop = false, IsInCatch = false, Labels = [], Returns = null };
        }

        return inner with
        {
            MayAwait = inner.MayAwait && !hole.IsSync,
            IsInLoop = inner.IsInLoop || hole.IsLoop,
            IsInCatch = inner.IsInCatch || hole.IsCatch,
            IsInHandler = inner.IsInHandler || hole.IsCatch || hole.IsFinally,
            IsOwn = inner.IsOwn || hole.IsOwn,
            IsInFilter = inner.IsInFilter || hole.IsFilter,
            Rounds = inner.Rounds * hole.Rounds,
            Labels = hole.Label is { } label ? inner.Labels.Add(new(named(label.Name), label.Counter is { } counter ? named(counter) : null)) : inner.Labels,
            Depth = inner.Depth + (hole.IsOfStatements ? 1 : 0),
            Nesting = hole.IsOfStatements ? 0 : inner.Nesting + 1,
            Variables = inner.Variables.AddRange(hole.Variables.Select(variable => variable with { Name = named(variable.Name) })),
        };
    }
}
