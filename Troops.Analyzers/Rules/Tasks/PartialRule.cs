using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Tasks;

/// <summary>TROOP070: a type with tasks, or one around it, that the generator cannot add to. What it declares still runs.</summary>
internal sealed class PartialRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TaskDescriptors.Partial];

    internal override void Register(RuleContext context) => context.Looks.OnTask((symbol, method) => Check(context, symbol, method));

    private static void Check(RuleContext context, SymbolAnalysisContext action, IMethodSymbol task)
    {
        INamedTypeSymbol type = task.ContainingType;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || !IsTask(context, task))
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

        if (closed.Count > 0 && IsFirst(context, task) && CodeScope.CoversBody(context, type))
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

    /// <summary>With it the type is reported, once.</summary>
    private static bool IsFirst(RuleContext context, IMethodSymbol task) =>
        SymbolEqualityComparer.Default.Equals(task.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => IsTask(context, method)), task);

    private static bool IsTask(RuleContext context, IMethodSymbol method) =>
        method is { IsImplicitlyDeclared: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
        && TaskMethods.IsBody(context, method);

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences is not [{ } only] // Only a partial type has two declarations.
        || only.GetSyntax(cancellation) is not TypeDeclarationSyntax declaration // The program of top-level statements says nothing.
        || declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
}
