using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Hygiene;

/// <summary>TROOP090: a public type whose fields are all that a promise of immutability asks for, and that does not make it.</summary>
internal sealed class SuggestionRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HygieneDescriptors.SuggestImmutable];

    internal override void Register(RuleContext context) => context.Looks.OnType(symbol => Check(context, symbol));

    private static void Check(RuleContext context, SymbolAnalysisContext action)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (MayPromise(context, type) && !action.IsGeneratedCode && !context.Symbols.IsOutside(type) && WouldKeepIt(context.Kinds, type))
        {
            context.Report(action.ReportDiagnostic, HygieneDescriptors.SuggestImmutable, type, type.Locations[0], related: null, type.Name);
        }
    }

    private static bool MayPromise(RuleContext context, INamedTypeSymbol type) =>
        // A struct that is not readonly may still assign `this`.
        type is { TypeKind: TypeKind.Class, IsSealed: true, IsStatic: false } or { TypeKind: TypeKind.Struct, IsReadOnly: true, IsRefLikeType: false }
        && Kinds.IsPublic(type)
        && context.Kinds.PromiseOf(type) == Promise.None
        // Exceptions, attributes and the like are what their bases are.
        && (
            type.BaseType is null or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
            || context.Kinds.OwnPromise(type.BaseType) == Promise.ExactlyImmutable
        );

    /// <summary>Whether it has fields, which are all readonly and of immutable types by declaration: values that need a proof of their own are left to the author.</summary>
    private static bool WouldKeepIt(Kinds kinds, INamedTypeSymbol type)
    {
        bool hasFields = false;
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, IsConst: false } field)
            {
                hasFields = true;
                if (kinds.Total(field.Type) is { IsVal: false } or { IsUnknown: true })
                {
                    return false;
                }
            }
        }

        // What is audited says that a promise was thought about.
        return hasFields && kinds.FlawsOf(type).IsEmpty && ThisLeak.Find(type) is null;
    }
}
