using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Tasks;

/// <summary>What looks like a task, by its text alone: asked of every declaration, before anybody asks what it means.</summary>
internal static class TaskSyntax
{
    /// <summary>An <c>async</c> method with a body whose return type is written <c>TroopTask</c>, or that is marked with an attribute of that name.</summary>
    internal static bool IsTask(SyntaxNode node) =>
        node is MethodDeclarationSyntax method
        && method.Modifiers.Any(SyntaxKind.AsyncKeyword)
        && (method.Body is not null || method.ExpressionBody is not null)
        && (IsNamedTask(method.ReturnType) || IsMarked(method));

    private static bool IsNamedTask(TypeSyntax type) =>
        type switch
        {
            QualifiedNameSyntax qualified => IsNamedTask(qualified.Right),
            AliasQualifiedNameSyntax qualified => IsNamedTask(qualified.Name),
            SimpleNameSyntax name => name.Identifier.ValueText == "TroopTask",
            _ => false,
        };

    private static bool IsMarked(MethodDeclarationSyntax method) =>
        method
            .AttributeLists.SelectMany(static list => list.Attributes)
            .Any(static attribute =>
                (attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name)
                    is SimpleNameSyntax { Identifier.ValueText: "TroopTask" or "TroopTaskAttribute" }
            );
}
