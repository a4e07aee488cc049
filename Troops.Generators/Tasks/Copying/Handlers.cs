using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Copying;

/// <summary>What encloses a place in a body, up to the function that it is in.</summary>
internal static class Handlers
{
    /// <param name="place">In the body of <paramref name="function"/>.</param>
    /// <param name="function">A method, lambda or local function: what encloses it is another body's.</param>
    /// <param name="model">Of the file.</param>
    internal static Enclosing Around(SyntaxNode place, SyntaxNode function, SemanticModel model)
    {
        Enclosing most = Enclosing.Nothing;
        for (SyntaxNode node = place; node != function && node.Parent is { } parent; node = parent)
        {
            Enclosing one = parent switch
            {
                // A finally clause cannot be left, and what becomes of an exception in a catch clause is more than C# code can tell.
                TryStatementSyntax tried => node == tried.Block && tried.Catches.Count == 0 ? Enclosing.Finally : Enclosing.Handlers,
                FixedStatementSyntax or LockStatementSyntax => Enclosing.Handlers,
                UsingStatementSyntax used => node == used.Statement ? Enclosing.Finally
                : used.Declaration?.Variables.Count > 1 ? Enclosing.Handlers
                : Enclosing.Nothing,
                CommonForEachStatementSyntax loop => node == loop.Statement && model.GetForEachStatementInfo(loop).DisposeMethod is not null
                    ? Enclosing.Finally
                    : Enclosing.Nothing,
                BlockSyntax block => AfterUsing(block.Statements, node),
                SwitchSectionSyntax section => AfterUsing(section.Statements, node),
                _ => Enclosing.Nothing,
            };
            if (one == Enclosing.Handlers)
            {
                return one;
            }

            if (one > most)
            {
                most = one;
            }
        }

        return most;
    }

    private static Enclosing AfterUsing(SyntaxList<StatementSyntax> statements, SyntaxNode node)
    {
        foreach (StatementSyntax labeled in statements)
        {
            StatementSyntax statement = Unlabeled(labeled);
            bool isUsing = statement is LocalDeclarationStatementSyntax local && local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword);
            if (labeled == node)
            {
                // Of several variables the first is disposed of if the second cannot be made.
                return isUsing && ((LocalDeclarationStatementSyntax)statement).Declaration.Variables.Count > 1 ? Enclosing.Handlers : Enclosing.Nothing;
            }

            if (isUsing)
            {
                return Enclosing.Finally;
            }
        }

        return Enclosing.Nothing;
    }

    /// <summary>What stands behind the labels.</summary>
    internal static StatementSyntax Unlabeled(StatementSyntax statement)
    {
        while (statement is LabeledStatementSyntax labeled)
        {
            statement = labeled.Statement;
        }

        return statement;
    }
}
