using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP014: marks of type parameters that contradict each other or mean nothing. By syntax, for local functions have type parameters too.</summary>
internal sealed class TypeParameterRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.Attributes];

    internal override void Register(RuleContext context) => context.Start.RegisterSyntaxNodeAction(node => Check(context, node), SyntaxKind.TypeParameter);

    private static void Check(RuleContext context, SyntaxNodeAnalysisContext action)
    {
        TypeParameterSyntax node = (TypeParameterSyntax)action.Node;
        if (node.AttributeLists.Count == 0 || action.SemanticModel.GetDeclaredSymbol(node, action.CancellationToken) is not { } parameter)
        {
            return;
        }

        KnownSymbols symbols = context.Symbols;
        AttributeData? immutable = KnownSymbols.Find(parameter, symbols.Immutable);
        AttributeData? shareable = KnownSymbols.Find(parameter, symbols.Shareable);
        AttributeData? onlyIf = KnownSymbols.Find(parameter, symbols.OnlyIf);
        string declared = $"'{parameter.Name}' of '{Names.Of(parameter.ContainingSymbol)}' is marked";
        if (immutable is not null && shareable is not null)
        {
            Report(shareable, $"{declared} both [Immutable] and [Shareable]", "keep the one that is meant: [Shareable] asks for less");
        }

        if (onlyIf is null)
        {
            return;
        }

        if (parameter.ContainingSymbol is not INamedTypeSymbol type || context.Kinds.OwnPromise(type) != Promise.ConditionallyImmutable)
        {
            Report(
                onlyIf,
                $"{declared} [OnlyIf], which means nothing outside of a [ConditionallyImmutable] type",
                parameter.ContainingSymbol is INamedTypeSymbol { IsExtension: false, TypeKind: not TypeKind.Delegate }
                    ? "mark the type [ConditionallyImmutable], or remove the mark"
                    : "remove the mark, or demand an [Immutable] or [Shareable] type argument"
            );
        }
        else if (immutable is not null)
        {
            Report(onlyIf, $"{declared} both [Immutable] and [OnlyIf]", "keep [Immutable]: then every type argument is immutable");
        }

        void Report(AttributeData data, string what, string repair)
        {
            // A type parameter of a partial type is written several times; its attributes are those of all.
            SyntaxReference? reference = data.ApplicationSyntaxReference;
            if (reference?.SyntaxTree == node.SyntaxTree && node.Span.Contains(reference.Span))
            {
                context.Report(
                    action.ReportDiagnostic,
                    ImmutabilityDescriptors.Attributes,
                    parameter.ContainingSymbol,
                    reference.GetSyntax(action.CancellationToken).GetLocation(),
                    related: null,
                    what,
                    repair
                );
            }
        }
    }
}
