using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Hygiene;

/// <summary>TROOP090 to TROOP094: what promises and audits say is complete, in date and of use.</summary>
internal static class HygieneDescriptors
{
    private const string Family = "Hygiene";

    private const string Unneeded = "{0} silences nothing: {1}; delete it";

    private const string WhyUnneeded =
        "An audit that silences nothing hides what it was written for, and will silence something else one day without anybody having looked.";

    private const string KindTitle = "Public kind is worse than published, or not written down";

    private const string WhyKind =
        "Types and threads of other assemblies rely on the kind of a public type. PublicKinds.txt keeps what was published, so that whoever makes it worse sees that.";

    private const string SilencingTitle = "Rule is silenced without an audit";

    private const string Silenced = "{0}, so this assembly is not stamped as verified; {1}";

    private const string WhySilenced =
        "[Audited] says who vouches for what a rule cannot prove, why and until when, and silences one member. Whatever else silences a rule says nothing, holds for ever and hides "
        + "mistakes that nobody has made yet; other assemblies are told by a missing stamp.";

    /// <summary>{0} the type.</summary>
    internal static readonly DiagnosticDescriptor SuggestImmutable = Describe.Info(
        "TROOP090",
        Family,
        "Type could promise to be immutable",
        "'{0}' is immutable as far as its fields go; mark it [Immutable] so that threads and other assemblies may rely on it",
        "The kind of a public type is not inferred, for what its fields are today is no promise for tomorrow. Its author makes the promise with [Immutable]."
    );

    /// <summary>{0} the audited member, {1} what is wrong with the audit.</summary>
    internal static readonly DiagnosticDescriptor BadAudit = Describe.Error(
        "TROOP091",
        Family,
        "Audit is incomplete or has expired",
        "The audit of '{0}' {1}",
        "An audit says who vouches for what the checks cannot prove, why, and until which day; after that day somebody has to look again."
    );

    /// <summary>{0} the attribute, {1} why it is of no use.</summary>
    internal static readonly DiagnosticDescriptor UnneededAudit = Describe.Error("TROOP093", Family, "Unnecessary audit or attribute", Unneeded, WhyUnneeded);

    /// <summary>What only the end of a build can tell, when every rule has said what it would have reported.</summary>
    internal static readonly DiagnosticDescriptor UnusedAudit = Describe.Error(
        "TROOP093",
        Family,
        "Unnecessary audit or attribute",
        Unneeded,
        WhyUnneeded,
        WellKnownDiagnosticTags.CompilationEnd
    );

    /// <summary>{0} what silences which rule, {1} what to do instead.</summary>
    internal static readonly DiagnosticDescriptor Silencing = Describe.Warning("TROOP092", Family, SilencingTitle, Silenced, WhySilenced);

    /// <summary>As <see cref="Silencing"/>, with <c>TroopsStrict</c>.</summary>
    internal static readonly DiagnosticDescriptor SilencingStrictly = Describe.Error(
        "TROOP092",
        Family,
        SilencingTitle,
        Silenced,
        WhySilenced,
        Describe.Strict
    );

    /// <summary>What no source silences: options and configurations are looked through once, when everything else is done.</summary>
    internal static readonly DiagnosticDescriptor SilencingOption = Describe.Warning(
        "TROOP092",
        Family,
        SilencingTitle,
        Silenced,
        WhySilenced,
        WellKnownDiagnosticTags.CompilationEnd
    );

    /// <summary>As <see cref="SilencingOption"/>, with <c>TroopsStrict</c>.</summary>
    internal static readonly DiagnosticDescriptor SilencingOptionStrictly = Describe.Error(
        "TROOP092",
        Family,
        SilencingTitle,
        Silenced,
        WhySilenced,
        Describe.Strict,
        WellKnownDiagnosticTags.CompilationEnd
    );

    /// <summary>{0} the type, {1} the kind that is written down, {2} the kind that it is of, {3} why.</summary>
    internal static readonly DiagnosticDescriptor WorseKind = Describe.Warning(
        "TROOP094",
        Family,
        KindTitle,
        "'{0}' was {1} and is {2}: {3}; whoever shares it breaks, so put that right, or correct its line in PublicKinds.txt",
        WhyKind
    );

    /// <summary>{0} the type, {1} its kind, {2} the line.</summary>
    internal static readonly DiagnosticDescriptor UnwrittenKind = Describe.Warning(
        "TROOP094",
        Family,
        KindTitle,
        "'{0}' is {1}, and nothing would be said if it became less; add '{2}' to PublicKinds.txt",
        WhyKind
    );

    /// <summary>{0} the metadata name.</summary>
    internal static readonly DiagnosticDescriptor KindOfNothing = Describe.Warning(
        "TROOP094",
        Family,
        KindTitle,
        "This assembly has no public class, struct or interface '{0}'; whoever shares it breaks, so bring it back, or delete this line",
        WhyKind
    );
}
