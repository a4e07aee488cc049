using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Boundary;

/// <summary>Which rule speaks about something that crosses, and in which words.</summary>
internal static class CrossingReport
{
    internal static void Report(RuleContext context, Action<Diagnostic> sink, ISymbol member, ISymbol api, Crossed crossed)
    {
        string carrier = $"'{NameOf(api)}'";
        if (crossed is { As: CrossedAs.SharedVariable, Symbol: { } variable, Write: { } write })
        {
            context.Report(
                sink,
                BoundaryDescriptors.Written,
                member,
                crossed.At.GetLocation(),
                variable.Locations.Prepend(write.GetLocation()),
                carrier,
                variable.Name,
                (write.GetLocation().GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture),
                $"capture a copy that is never assigned again (var copy = {variable.Name};){OrAtomic(context, crossed.Type)}"
            );
            return;
        }

        context.Report(
            sink,
            DescriptorOf(context, crossed),
            member,
            crossed.At.GetLocation(),
            (crossed.Symbol?.Locations.Where(static location => location.IsInSource) ?? []).Concat(crossed.Verdict.Locations()),
            carrier,
            PathOf(crossed),
            Repair(context, crossed)
        );
    }

    internal static string PathOf(Crossed crossed) =>
        crossed switch
        {
            { Symbol: { } symbol } when !SymbolEqualityComparer.Default.Equals(symbol, crossed.Verdict.Member) => crossed.Verdict.Explain(symbol),
            { Symbol: null, As: CrossedAs.Capture } => $"'this' -> {crossed.Verdict.Explain()}",
            _ => crossed.Verdict.Explain(),
        };

    internal static string NameOf(ISymbol api) =>
        api is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Names.Of(api.ContainingType.OriginalDefinition)
        : api is IMethodSymbol or IPropertySymbol { IsIndexer: true } ? $"{Names.Of(api.ContainingType.OriginalDefinition)}.{api.Name}"
        : Names.Of(api);

    private static DiagnosticDescriptor DescriptorOf(RuleContext context, Crossed crossed) =>
        crossed switch
        {
            { Verdict.RootCause: Cause.TypeParameter } => BoundaryDescriptors.TypeParameter,
            { Type: IArrayTypeSymbol } => BoundaryDescriptors.Array,
            { Type: { } type } when CrossingTypes.IsView(type) => BoundaryDescriptors.View,
            { Type: { } type } when CrossingTypes.IsLazy(context.Symbols, type) => BoundaryDescriptors.Lazy,
            { Type.IsValueType: true, As: CrossedAs.Target or CrossedAs.Value } => BoundaryDescriptors.Box,
            { Type.IsReferenceType: true, Verdict.Type.IsValueType: true } => BoundaryDescriptors.Box,
            { As: CrossedAs.Target } => BoundaryDescriptors.Target,
            { As: CrossedAs.Value } => BoundaryDescriptors.Argument,
            _ => BoundaryDescriptors.Captured,
        };

    /// <summary>What is thread-safe already gains nothing by one, and what is not shareable cannot be in one.</summary>
    private static string OrAtomic(RuleContext context, ITypeSymbol? type) =>
        type is not null && context.Kinds.Total(type).IsVal ? ", or an Atomic<T> of Troops.Sharing" : "";

    private static string RepairOfDelegate(RuleContext context, ISymbol? source) =>
        source switch
        {
            IParameterSymbol parameter when context.Boundaries.IsMarked(parameter) => $"write the lambda here, or do not assign '{parameter.Name}'",
            IParameterSymbol => "write the lambda here, or mark the parameter that it comes from [ThreadEntry]",
            _ => "write the lambda here",
        };

    private static string Repair(RuleContext context, Crossed crossed) =>
        crossed switch
        {
            { Verdict.RootCause: Cause.TypeParameter } => "mark the type parameter [Shareable]",
            { Type: IArrayTypeSymbol } => "create it inside the thread, or freeze it: ToImmutableArray()",
            { Type: { } type } when CrossingTypes.IsView(type) => "copy what it shows into an ImmutableArray<T> first",
            { Type: { } type } when CrossingTypes.IsTask(context.Symbols, type) => "await it first, and capture the result",
            { Type: { } type } when SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, context.Symbols.Lazy) =>
                "read its value first, or use a Once<T> of Troops.Sharing",
            { Type: { } type } when CrossingTypes.IsLazy(context.Symbols, type) => "freeze it first: ToImmutableArray()",
            { Symbol: null, As: CrossedAs.Capture } => "copy what it needs from 'this' into locals first, or create the object inside the thread",
            { As: CrossedAs.Target, Verdict: { RootCause: Cause.DelegateUnproven, Member: var source } } => RepairOfDelegate(context, source),
            { Verdict.RootCause: Cause.DelegateWritesCapture } => "capture only variables that are never assigned again",
            { Type: INamedTypeSymbol { IsGenericType: true } } =>
                "create it inside the thread, or freeze it first, as with ToImmutableArray() or ToFrozenDictionary()",
            _ => $"create it inside the thread, or {crossed.Verdict.RepairFor(Kind.Sync)}",
        };
}
