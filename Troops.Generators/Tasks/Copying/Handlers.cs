using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Copying;

/// <summary>Whether code of a body runs when an exception leaves a place in it: a <c>catch</c>, a <c>finally</c>, or one that the compiler makes for <c>using</c>, <c>lock</c>, <c>fixed</c> and <c>foreach</c>.</summary>
internal static class Handlers
{
    /// <param name="place">In the body of <paramref name="function"/>.</param>
    /// <param name="function">A method, lambda or local function: what encloses it is another body's.</param>
    /// <param name="model">Of the file.</param>
    internal static bool Enclose(SyntaxNode place, SyntaxNode function, SemanticModel model)
    {
        for (SyntaxNode node = place; node != function && node.Parent is { } parent; node = parent)
        {
            bool isHandled = parent switch
            {
                // Also in its handlers: what becomes of an exception there is more than C# code can tell from outside.
                TryStatementSyntax or FixedStatementSyntax => true,
                UsingStatementSyntax used => node == used.Statement || used.Declaration?.Variables.Count > 1,
                LockStatementSyntax locked => node == locked.Statement,
                CommonForEachStatementSyntax loop => node == loop.Statement && model.GetForEachStatementInfo(loop).DisposeMethod is not null,
                BlockSyntax block => FollowsUsing(block.Statements, node),
                SwitchSectionSyntax section => FollowsUsing(section.Statements, node),
                _ => false,
            };
            if (isHandled)
            {
                return true;
            }
        }

        return false;
    }

    private static bool FollowsUsing(SyntaxList<StatementSyntax> statements, SyntaxNode node)
    {
        foreach (StatementSyntax statement in statements)
        {
            if (statement == node)
            {
                // Its own variables too, if it declares several: the first is disposed of if the second cannot be made.
                return statement is LocalDeclarationStatementSyntax { Declaration.Variables.Count: > 1 } several
                    && several.UsingKeyword.IsKind(SyntaxKind.UsingKeyword);
            }

            if (statement is LocalDeclarationStatementSyntax local && local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword))
            {
                return true;
            }
        }

        return false;
    }
}
