namespace Troops.Limits;

/// <summary>Why a troop was killed; made once, so that every exception says the same.</summary>
internal sealed record KillReason(string Troop, string Reason, string? Limit = null, long? LimitValue = null)
{
    internal static KillReason LimitReached(string troop, string limit, long value) =>
        new(troop, $"it reached its limit {limit} = {value}. Raise TroopLimits.{limit}, or let the troop do less at a time", limit, value);

    public override string ToString() => $"The troop '{Troop}' was killed: {Reason}.";
}
