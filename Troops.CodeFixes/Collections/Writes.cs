using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.CodeFixes.Collections;

/// <summary>The values that a field, a property or a constructor's parameter is given anywhere in a solution.</summary>
internal static class Writes
{
    /// <param name="solution">That is searched.</param>
    /// <param name="storage">The symbols that are one: a record's parameter and its property.</param>
    /// <param name="cancellation">Of the search.</param>
    internal static async Task<IReadOnlyCollection<ExpressionSyntax>> ToAsync(Solution solution, IReadOnlyList<ISymbol> storage, CancellationToken cancellation)
    {
        HashSet<ExpressionSyntax> values = [];
        foreach (ISymbol symbol in storage)
        {
            foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
            {
                SyntaxNode declaration = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
                if (Initializer(declaration) is { } value)
                {
                    values.Add(value);
                }
            }

            // A value for a parameter stands where its constructor is called.
            ISymbol searched = symbol is IParameterSymbol ? symbol.ContainingSymbol : symbol;
            foreach (ReferencedSymbol found in await SymbolFinder.FindReferencesAsync(searched, solution, cancellation).ConfigureAwait(false))
            {
                foreach (ReferenceLocation location in found.Locations)
                {
                    SyntaxNode root = (await location.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
                    SyntaxNode node = root.FindNode(location.Location.SourceSpan, findInsideTrivia: false, getInnermostNodeForTie: true);
                    SemanticModel model = (await location.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
                    ExpressionSyntax? value = symbol is IParameterSymbol parameter ? Argument(node, parameter, model, cancellation) : Assigned(node);
                    if (value is not null)
                    {
                        values.Add(value);
                    }
                }
            }
        }

        return values;
    }

    private static ExpressionSyntax? Initializer(SyntaxNode declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            ParameterSyntax { Default: { } value } => value.Value,
            _ => null,
        };

    private static ExpressionSyntax? Assigned(SyntaxNode node)
    {
        SyntaxNode target = node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node;
        return target.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == target
            ? assignment.Right
            : null;
    }

    private static ExpressionSyntax? Argument(SyntaxNode node, IParameterSymbol parameter, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode? call = node.FirstAncestorOrSelf<SyntaxNode>(static ancestor =>
            ancestor is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or StatementSyntax
        );
        IEnumerable<IArgumentOperation> arguments = (call is null ? null : model.GetOperation(call, cancellation)) switch
        {
            IObjectCreationOperation creation => creation.Arguments,
            IInvocationOperation invocation => invocation.Arguments,
            _ => [],
        };
        return arguments
            .Where(argument =>
                argument is { ArgumentKind: ArgumentKind.Explicit }
                && SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter.OriginalDefinition)
            )
            .Select(static argument => (argument.Syntax as ArgumentSyntax)?.Expression)
            .FirstOrDefault();
    }
}
