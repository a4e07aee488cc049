namespace Troops.Roslyn.Hygiene;

/// <summary>The ways to silence a rule other than <c>[Audited]</c>.</summary>
internal enum SuppressionKind
{
    /// <summary><c>#pragma warning disable</c>.</summary>
    Pragma,

    /// <summary><c>[SuppressMessage]</c>, on a member or for the assembly.</summary>
    Attribute,

    /// <summary><c>NoWarn</c> or a rule set: an option of the whole compilation.</summary>
    CompilerOption,

    /// <summary><c>.editorconfig</c> or a global configuration.</summary>
    Configuration,
}
