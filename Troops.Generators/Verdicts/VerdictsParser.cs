using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Hygiene;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.Generators.Verdicts;

/// <summary>From a compilation to what is written into its assembly.</summary>
internal static class VerdictsParser
{
    /// <summary>Null if the compilation does not know the runtime.</summary>
    internal static VerdictsModel? Parse(
        Compilation compilation,
        AnalyzerConfigOptionsProvider configuration,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellation
    )
    {
        if (KnownSymbols.Create(compilation) is not { TroopKinds: not null, TroopsVerified: not null } symbols)
        {
            return null;
        }

        Kinds kinds = new(symbols, KindFiles.Read(files, KindList.Shipped, cancellation));
        return new(new InferredKinds(kinds, cancellation).Write(), IsVerified(symbols, configuration, cancellation));
    }

    private static bool IsVerified(KnownSymbols symbols, AnalyzerConfigOptionsProvider configuration, CancellationToken cancellation) =>
        BuildOptions.Read(configuration.GlobalOptions).RunsAnalyzers
        // Outside, rules on statics and hatches do not look: the stamp would speak for what nobody saw. One type outside is as visible, and as small, as an audit.
        && !KnownSymbols.Has(symbols.Compilation.Assembly, symbols.TroopsOutside)
        && !SuppressionScan.Find(symbols, configuration, cancellation).Any();
}
