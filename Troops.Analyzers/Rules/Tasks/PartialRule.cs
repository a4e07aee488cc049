using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;
using Troops.Roslyn.Tasks;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>TROOP070: a type with tasks, or one around it, that the generator cannot add to. What it declares still runs.</summary>
/// <remarks>A task that would have no copy in a partial type either counts for nothing here: TROOP072 says what stands in its way.</remarks>
internal sealed class PartialRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TaskDescriptors.Partial];

    // Of the type and not of its tasks: an editor is given, for the file that it shows, what is reported within the declaration that was looked at.
    internal override void Register(RuleContext context) => context.Looks.OnMembers((symbol, members) => Check(context, symbol, members));

    private static void Check(RuleContext context, SymbolAnalysisContext action, ImmutableArray<ISymbol> members)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return;
        }

        if (
            Closed(type, action.CancellationToken).Any()
            && FirstCopied(context, members, action.CancellationToken) is { } task
            && CodeScope.CoversBody(context, type)
        )
        {
            List<string> closed = [.. Closed(type, action.CancellationToken).Select(static level => $"'{level.Name}'")];
            context.Report(
                action.ReportDiagnostic,
                TaskDescriptors.Partial,
                type,
                type.Locations[0],
                related: null,
                Names.Of(type),
                task.Name,
                closed.Count == 1 ? $"{closed[0]} is" : $"{string.Join(" and ", closed)} are"
            );
        }
    }

    /// <summary>Of the type and those around it the ones that are not partial.</summary>
    private static IEnumerable<INamedTypeSymbol> Closed(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            if (!IsPartial(level, cancellation))
            {
                yield return level;
            }
        }
    }

    /// <summary>An extension block has no name and no modifiers: what counts is the class around it.</summary>
    private static IMethodSymbol? FirstCopied(RuleContext context, ImmutableArray<ISymbol> members, CancellationToken cancellation)
    {
        foreach (ISymbol member in members)
        {
            switch (member)
            {
                case IMethodSymbol method when IsCopied(context, method, cancellation):
                    return method;
                case INamedTypeSymbol { TypeKind: TypeKind.Extension } block when FirstCopied(context, block.GetMembers(), cancellation) is { } inBlock:
                    return inBlock;
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>As the generator would, were the type partial.</summary>
    private static bool IsCopied(RuleContext context, IMethodSymbol method, CancellationToken cancellation) =>
        method is { IsImplicitlyDeclared: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
        && (method.PartialImplementationPart ?? method).IsAsync
        && context.TaskCode.IsTask(method.ReturnType)
        && CopyNames.Definition(method) is { DeclaringSyntaxReferences: [{ } only] } definition
        && only.GetSyntax(cancellation) is MethodDeclarationSyntax syntax
        && CopyObstacles.Find(definition, syntax) is null;

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences is not [{ } only] // Only a partial type has two declarations.
        || only.GetSyntax(cancellation) is not TypeDeclarationSyntax declaration // The program of top-level statements says nothing.
        || declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
}
