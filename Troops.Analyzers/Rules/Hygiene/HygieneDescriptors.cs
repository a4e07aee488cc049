using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Hygiene;

/// <summary>TROOP090 to TROOP094: what promises and audits say is complete, in date and of use.</summary>
internal static class HygieneDescriptors
{
    private const string Family = "Hygiene";

    private const string Unneeded = "{0} silences nothing: {1}; delete it";

    private const string WhyUnneeded =
        "An audit that silences nothing hides what it was written for, and will silence something else one day without anybody having looked.";

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
}
