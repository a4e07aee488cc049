namespace Troops;

/// <summary>Records that a person vouches for what the checks cannot prove about this member or type.</summary>
/// <remarks>
/// The one sanctioned way to silence a TROOP rule, and a visible one: who, why, and until when. Checked at compile time: TROOP091 asks for all three and reports an
/// audit past its day, TROOP093 one that silences nothing. Any other suppression of a TROOP rule is TROOP092.
/// </remarks>
/// <example>
/// <code>
/// [Audited("storage team", "filled by the constructor, never written again", "2027-06-30")]
/// private readonly int[] offsets;
/// </code>
/// </example>
/// <param name="owner">Who vouches: a person or a team, in words that a reader can follow up.</param>
/// <param name="reason">Why the promise holds.</param>
/// <param name="expires">The last day on which the audit counts, as <c>yyyy-MM-dd</c>; after it the code has to be looked at again.</param>
[AttributeUsage(
    AttributeTargets.Class
        | AttributeTargets.Struct
        | AttributeTargets.Interface
        | AttributeTargets.Constructor
        | AttributeTargets.Method
        | AttributeTargets.Property
        | AttributeTargets.Field
        | AttributeTargets.Event,
    Inherited = false
)]
public sealed class AuditedAttribute(string owner, string reason, string expires) : Attribute
{
    /// <summary>Who vouches.</summary>
    public string Owner { get; } = owner;

    /// <summary>Why the promise holds.</summary>
    public string Reason { get; } = reason;

    /// <summary>The last day on which the audit counts, as <c>yyyy-MM-dd</c>.</summary>
    public string Expires { get; } = expires;
}
