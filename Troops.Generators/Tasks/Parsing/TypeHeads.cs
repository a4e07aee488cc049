using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>The head of another part of a type.</summary>
internal static class TypeHeads
{
    internal static string Of(TypeDeclarationSyntax type)
    {
        if (type is ExtensionBlockDeclarationSyntax block)
        {
            // Another block for the same receiver: it has no name by which it could be continued.
            string constraints = string.Concat(block.ConstraintClauses.Select(static clause => $" {clause.WithoutTrivia()}"));
            return $"extension{block.TypeParameterList?.WithoutTrivia()}{block.ParameterList?.WithoutTrivia()}{constraints}";
        }

        string unsafeWord = type.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "";
        string kind = type is RecordDeclarationSyntax record
            ? $"record {(record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) ? "struct" : "class")}"
            : type.Keyword.ValueText;
        return $"{unsafeWord}partial {kind} {type.Identifier.Text}{Parameters(type.TypeParameterList)}";
    }

    /// <summary>Without attributes, which the user's part has.</summary>
    private static string Parameters(TypeParameterListSyntax? list) =>
        list is null
            ? ""
            : $"<{string.Join(", ", list.Parameters.Select(static parameter => $"{(parameter.VarianceKeyword.IsKind(SyntaxKind.None) ? "" : $"{parameter.VarianceKeyword.ValueText} ")}{parameter.Identifier.Text}"))}>";
}
