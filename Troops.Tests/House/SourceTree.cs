using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Tests.House;

/// <summary>Which types a file declares, read from its syntax: metadata does not know files.</summary>
internal static class SourceTree
{
    private static readonly CSharpParseOptions Latest = new(LanguageVersion.Latest);

    internal static IReadOnlyList<SourceType> TypesOf(string path) => TypesOf(path, File.ReadAllText(Repository.FullPath(path)));

    internal static IReadOnlyList<SourceType> TypesOf(string path, string text) =>
        [
            .. CSharpSyntaxTree
                .ParseText(text, Latest)
                .GetCompilationUnitRoot()
                .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
                .Where(static member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                .Select(member => Describe(member, path)),
        ];

    /// <summary>The types of a whole project.</summary>
    internal static IReadOnlyList<SourceType> TypesBelow(string folder) => [.. Repository.SourceFiles(folder).SelectMany(TypesOf)];

    private static SourceType Describe(MemberDeclarationSyntax member, string path)
    {
        (string name, int arity) = member switch
        {
            TypeDeclarationSyntax type => (type.Identifier.Text, type.TypeParameterList?.Parameters.Count ?? 0),
            DelegateDeclarationSyntax @delegate => (@delegate.Identifier.Text, @delegate.TypeParameterList?.Parameters.Count ?? 0),
            _ => (((BaseTypeDeclarationSyntax)member).Identifier.Text, 0),
        };
        string @namespace = string.Join('.', member.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(static n => n.Name.ToString()));
        string suffix = arity == 0 ? "" : $"`{arity}";
        string fullName = @namespace.Length == 0 ? name + suffix : $"{@namespace}.{name}{suffix}";
        return new(name, @namespace, fullName, path, member.Modifiers.Any(SyntaxKind.FileKeyword), member.Modifiers.Any(SyntaxKind.PublicKeyword));
    }
}
