using Troops.Limits;

namespace Troops;

/// <summary>The troop was killed: by <see cref="Troop.Kill"/>, by its fault policy, or because it reached a limit.</summary>
public sealed class TroopKilledException : Exception
{
    private readonly KillReason reason;

    internal TroopKilledException(KillReason reason)
        : base(reason.ToString())
    {
        this.reason = reason;
    }

    /// <summary>The name of the troop.</summary>
    public string Troop => reason.Troop;

    /// <summary>Why it was killed.</summary>
    public string Reason => reason.Reason;

    /// <summary>The limit that was reached, as <see cref="TroopLimits"/> calls it; null if it was not a limit.</summary>
    public string? Limit => reason.Limit;

    /// <summary>The value of the limit; null if it was not a limit.</summary>
    public long? LimitValue => reason.LimitValue;

    internal TroopKilledException Copy() => new(reason);

    internal bool IsBecauseOf(KillReason? other) => ReferenceEquals(reason, other);
}
