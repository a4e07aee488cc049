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

    internal override void Register(RuleContext context) => context.Looks.OnTask((symbol, method) => Check(context, symbol, method));

    private static void Check(RuleContext context, SymbolAnalysisContext action, IMethodSymbol task)
    {
        INamedTypeSymbol type = HolderOf(task);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || !IsCopied(context, task, action.CancellationToken))
        {
            return;
        }

        List<string> closed = [];
        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            if (!IsPartial(level, action.CancellationToken))
            {
                closed.Add($"'{level.Name}'");
            }
        }

        if (closed.Count > 0 && IsFirst(context, type, task, action.CancellationToken) && CodeScope.CoversBody(context, type))
        {
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

    /// <summary>An extension block has no name and no modifiers: what counts is the class around it.</summary>
    private static INamedTypeSymbol HolderOf(IMethodSymbol task) =>
        task.ContainingType is { TypeKind: TypeKind.Extension, ContainingType: { } holder } ? holder : task.ContainingType;

    /// <summary>With it the type is reported, once.</summary>
    private static bool IsFirst(RuleContext context, INamedTypeSymbol type, IMethodSymbol task, CancellationToken cancellation) =>
        SymbolEqualityComparer.Default.Equals(
            type.GetTypeMembers()
                .Where(static inner => inner.TypeKind == TypeKind.Extension)
                .Prepend(type)
                .SelectMany(static part => part.GetMembers())
                .OfType<IMethodSymbol>()
                .FirstOrDefault(method => IsCopied(context, method, cancellation)),
            task
        );

    /// <summary>As the generator would, were the type partial.</summary>
    private static bool IsCopied(RuleContext context, IMethodSymbol method, CancellationToken cancellation) =>
        method is { IsImplicitlyDeclared: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
        && TaskMethods.IsBody(context, method)
        && CopyNames.Definition(method) is { DeclaringSyntaxReferences: [{ } only] } definition
        && only.GetSyntax(cancellation) is MethodDeclarationSyntax syntax
        && CopyObstacles.Find(definition, syntax) is null;

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences is not [{ } only] // Only a partial type has two declarations.
        || only.GetSyntax(cancellation) is not TypeDeclarationSyntax declaration // The program of top-level statements says nothing.
        || declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
}
