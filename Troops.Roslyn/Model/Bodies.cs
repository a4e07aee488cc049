using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Model;

/// <summary>Bodies other than the one that is being looked at: of what it calls.</summary>
internal static class Bodies
{
    /// <summary>Null if there is none in this compilation, or if the compiler writes it.</summary>
    internal static IOperation? Of(Compilation compilation, IMethodSymbol method, CancellationToken cancellation)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (definition.IsImplicitlyDeclared || definition.DeclaringSyntaxReferences is not [var reference, ..])
        {
            return null;
        }

        SyntaxNode syntax = reference.GetSyntax(cancellation);

        // A primary constructor is its whole type; a project that is referenced as a compilation has trees of its own.
        return syntax is TypeDeclarationSyntax || !compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            ? null
            : compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation);
    }
}
