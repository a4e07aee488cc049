namespace Troops.Analyzers.Rules.Hygiene;

/// <summary>Whether an audit silences something.</summary>
internal enum Use
{
    /// <summary>Only the rules know that report on code.</summary>
    Unknown,

    None,
    Some,
}
