using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP014: attributes of a type that contradict each other or what it inherits, or that mean nothing on it.</summary>
internal sealed class AttributeRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.Attributes];

    internal override void Register(RuleContext context) => context.Looks.OnType(symbol => Check(context, symbol));

    private static void Check(RuleContext context, SymbolAnalysisContext action)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        AttributeData? first = null;
        foreach (AttributeData data in type.GetAttributes())
        {
            if (context.Kinds.Means(data.AttributeClass) is var promise and not Promise.None)
            {
                if (first is not null)
                {
                    Report(context, action, data, $"'{type.Name}' is declared both {NameOf(first)} and {NameOf(data)}", "keep the one that holds");
                }
                else if (Misplaced(context, type, promise, data) is var (what, repair))
                {
                    Report(context, action, data, what, repair);
                }

                first ??= data;
            }
            else if (IsOneOf(data, context.Symbols.TroopsOutside) && Inner(context.Symbols, type) is { } inner)
            {
                Report(
                    context,
                    action,
                    data,
                    $"'{type.Name}' is declared both {NameOf(inner)} and {NameOf(data)}",
                    "code of a troop is checked, so remove one of them"
                );
            }
        }
    }

    private static (string What, string Repair)? Misplaced(RuleContext context, INamedTypeSymbol type, Promise promise, AttributeData data)
    {
        string declared = $"'{type.Name}' is declared {NameOf(data)}";
        if (type.IsStatic)
        {
            return ($"{declared}, but a static class has no objects", "remove the attribute");
        }

        if (type.IsRefLikeType)
        {
            return ($"{declared}, but a ref struct is a view that never leaves its thread", "remove the attribute");
        }

        if (promise == Promise.ExactlyImmutable && type.IsSealed)
        {
            return ($"{declared}, but it is sealed, so there are no subclasses to leave out", "mark it [Immutable]");
        }

        if (promise == Promise.ConditionallyImmutable && !context.Kinds.ConditionsOf(type).Any())
        {
            return IsGeneric(type)
                ? ($"{declared}, but none of its type parameters is marked [OnlyIf]", "mark those that it stores, or mark the type [Immutable]")
                : ($"{declared}, but it has no type parameters", "mark it [Immutable]");
        }

        if (StrongerAbove(context.Kinds, type, promise) is { } above)
        {
            AttributeData stronger = above.OriginalDefinition.GetAttributes().First(data => context.Kinds.Means(data.AttributeClass) != Promise.None);
            return ($"{declared}, but '{Names.Of(above)}' above it is {NameOf(stronger)}", "a subtype promises no less, so remove the attribute");
        }

        return null;
    }

    /// <summary>A class or interface above that promises what this attribute does not.</summary>
    private static INamedTypeSymbol? StrongerAbove(Kinds kinds, INamedTypeSymbol type, Promise promise) =>
        Kinds
            .Above(type)
            .FirstOrDefault(above =>
                kinds.OwnPromise(above) switch
                {
                    Promise.Immutable => promise != Promise.Immutable,
                    Promise.ConditionallyImmutable => promise is Promise.ThreadSafe or Promise.ExactlyImmutable,
                    // With some type arguments it is confined to its thread.
                    Promise.ThreadSafe => promise == Promise.ConditionallyImmutable,
                    _ => false,
                }
            );

    private static bool IsGeneric(INamedTypeSymbol type) => type.Arity > 0 || (type.ContainingType is { } outer && IsGeneric(outer));

    private static AttributeData? Inner(KnownSymbols symbols, INamedTypeSymbol type) =>
        KnownSymbols.Find(type, symbols.TroopService) ?? KnownSymbols.Find(type, symbols.InTroop);

    private static bool IsOneOf(AttributeData data, INamedTypeSymbol? attribute) =>
        attribute is not null && SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute);

    private static string NameOf(AttributeData data) => $"[{data.AttributeClass!.Name.Replace("Attribute", "")}]";

    private static void Report(RuleContext context, SymbolAnalysisContext action, AttributeData data, string what, string repair) =>
        context.Report(
            action.ReportDiagnostic,
            ImmutabilityDescriptors.Attributes,
            action.Symbol,
            data.ApplicationSyntaxReference?.GetSyntax(action.CancellationToken).GetLocation() ?? action.Symbol.Locations[0],
            related: null,
            what,
            repair
        );
}
