using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn.Shipped;

namespace Troops.Generators.Verdicts;

/// <summary>Leaves in an assembly what the checks found out about it: the kinds that were inferred, and the stamp that no rule was silenced.</summary>
/// <remarks>
/// What runs when: a compilation is another one after every key pressed, and both answers need all of it. So the whole pipeline hangs on an implementation output, which an
/// editor leaves out; nobody's code refers to what is written here. A build runs it once; between two builds of one compiler server, the text is written again only if it differs.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class VerdictsGenerator : IIncrementalGenerator
{
    /// <summary>The steps, as the driver reports on them.</summary>
    internal const string Lists = "Lists";
    internal const string Verdicts = "Verdicts";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<AdditionalText>> lists = context
            .AdditionalTextsProvider.Where(KindFiles.IsOne)
            .Collect()
            .WithTrackingName(Lists);

        IncrementalValueProvider<VerdictsModel?> verdicts = context
            .CompilationProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(lists)
            .Select(Parse)
            .WithTrackingName(Verdicts);

        context.RegisterImplementationSourceOutput(verdicts, VerdictsEmitter.Emit);
    }

    private static VerdictsModel? Parse(
        ((Compilation Compilation, AnalyzerConfigOptionsProvider Options) Build, ImmutableArray<AdditionalText> Lists) input,
        CancellationToken cancellation
    ) => VerdictsParser.Parse(input.Build.Compilation, input.Build.Options, input.Lists, cancellation);
}
