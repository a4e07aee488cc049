using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP060 for two references in one place of an explicit layout: what is stored as one type is read as the other.</summary>
internal sealed class OverlapRule : Rule
{
    private const string Attribute = "FieldOffset";

    /// <summary>In bytes: a cache line. Structs with references are smaller than that, or nobody would set them apart by it.</summary>
    private const int Far = 64;

    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.UnsafeCode];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnWord(Attribute, (action, word) => Check(context, action, word));
        context.Looks.OnWord($"{Attribute}Attribute", (action, word) => Check(context, action, word));
    }

    private static void Check(RuleContext context, SemanticModelAnalysisContext action, SyntaxToken word)
    {
        if (
            word.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || AttributeCode.HasLambda(attribute)
            || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || action.SemanticModel.GetDeclaredSymbol(declaration, action.CancellationToken) is not INamedTypeSymbol type
        )
        {
            return;
        }

        List<IFieldSymbol> before = [];
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field.IsStatic || field.Type.IsUnmanagedType)
            {
                continue;
            }

            if (IsOf(attribute, OffsetOf(field)) && before.FirstOrDefault(other => MayOverlap(other, field)) is { } overlapped)
            {
                Report(context, action, field, overlapped);
                return;
            }

            before.Add(field);
        }
    }

    private static AttributeData? OffsetOf(IFieldSymbol field) =>
        field
            .GetAttributes()
            .FirstOrDefault(static data => data.AttributeClass is { Name: $"{Attribute}Attribute", ContainingNamespace.Name: "InteropServices" });

    private static bool IsOf(AttributeSyntax attribute, AttributeData? data) =>
        data?.ApplicationSyntaxReference is { } written && written.SyntaxTree == attribute.SyntaxTree && written.Span == attribute.Span;

    /// <summary>The runtime refuses references that overlap in part; where they are within a struct, and how large it is, only it knows.</summary>
    private static bool MayOverlap(IFieldSymbol one, IFieldSymbol other)
    {
        int distance = Math.Abs(At(one) - At(other));
        return !SymbolEqualityComparer.Default.Equals(one.Type, other.Type)
            && (one.Type.IsReferenceType && other.Type.IsReferenceType ? distance == 0 : distance < Far);
    }

    private static int At(IFieldSymbol field) => OffsetOf(field)?.ConstructorArguments is [{ Value: int offset }] ? offset : 0;

    private static void Report(RuleContext context, SemanticModelAnalysisContext action, IFieldSymbol field, IFieldSymbol overlapped)
    {
        ISymbol member = field.AssociatedSymbol ?? field;
        if (!CodeScope.IsGenerated(member) && CodeScope.Covers(context, member, action.CancellationToken))
        {
            context.Report(
                action.ReportDiagnostic,
                HatchDescriptors.UnsafeCode,
                member,
                member.Locations.FirstOrDefault(),
                overlapped.Locations,
                $"'{Names.Of(field)}', which may lie where '{Names.Of(overlapped)}' does,",
                "give each reference an offset of its own"
            );
        }
    }
}
