using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Model;

/// <summary>Whether a name means a local or a parameter rather than what its type declares, read from syntax alone. Errs towards no.</summary>
internal static class Shadowing
{
    /// <summary>Whether something between the name and its type declares that name for the place where it stands.</summary>
    internal static bool Hides(IdentifierNameSyntax name)
    {
        string text = name.Identifier.ValueText;
        // `other.name` and `new T { name = ... }` are members of something else.
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        {
            return true;
        }

        if (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name)
        {
            return true;
        }

        if (text == "value" && name.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { Keyword.ValueText: not "get" })
        {
            return true;
        }

        SyntaxNode? member = name.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is not null and not TypeDeclarationSyntax
            && member.DescendantNodes().Any(node => Declares(node) == text && ScopeOf(node) is { } scope && scope.Span.Contains(name.Span));
    }

    private static string? Declares(SyntaxNode node) =>
        node switch
        {
            VariableDeclaratorSyntax { Parent.Parent: not BaseFieldDeclarationSyntax } variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            CatchDeclarationSyntax exception => exception.Identifier.ValueText,
            _ => null,
        };

    /// <summary>Where the declared name counts, or a part of that.</summary>
    private static SyntaxNode? ScopeOf(SyntaxNode declaration)
    {
        switch (declaration)
        {
            case ParameterSyntax { Parent: ParameterListSyntax or BracketedParameterListSyntax } parameter:
                return parameter.Parent!.Parent;
            case ParameterSyntax or CatchDeclarationSyntax:
                return declaration.Parent;
            case ForEachStatementSyntax loop:
                return loop.Statement;
            default:
                SyntaxNode? scope = declaration
                    .Ancestors()
                    .FirstOrDefault(static node =>
                        node
                            is StatementSyntax
                                or SwitchExpressionArmSyntax
                                or AnonymousFunctionExpressionSyntax
                                or ArrowExpressionClauseSyntax
                                or MemberDeclarationSyntax
                    );
                bool isForBlock = scope is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or IfStatementSyntax;
                return isForBlock && scope!.Parent is BlockSyntax or SwitchSectionSyntax ? scope.Parent : scope;
        }
    }
}
