using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Tests.House;

namespace Troops.Tests.Corpus;

/// <summary>The bodies as text: which files, and what is in them. A body is a public static method of a public top-level class whose only parameter is a <c>Probe</c>.</summary>
internal static class CorpusSource
{
    internal const string Folder = "Troops.Tests/Corpus/Bodies";

    private const string Usings =
        "global using System; global using System.Collections; global using System.Collections.Generic; global using System.Linq; global using System.Linq.Expressions; "
        + "global using System.Numerics; global using System.Runtime.CompilerServices; global using System.Text; global using System.Threading; "
        + "global using System.Threading.Tasks; global using Troops;";

    internal static readonly CSharpParseOptions Parsing = new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([
        KeyValuePair.Create("InterceptorsNamespaces", "Troops.Generated"),
    ]);

    private static readonly Lazy<IReadOnlyList<SyntaxTree>> All = new(static () => [.. Repository.SourceFiles(Folder).Select(Parse)]);

    /// <summary>The files as users write them.</summary>
    internal static IEnumerable<SyntaxTree> Ours => Bodies.Concat(Common);

    /// <summary>The same as plain tasks, with what they need to be it.</summary>
    internal static IEnumerable<SyntaxTree> Plain => Ours.Select(AsPlain).Concat(PlainOnly);

    internal static IEnumerable<SyntaxTree> PlainOnly => In("Plain");

    /// <summary>What every body needs: usings, the probe.</summary>
    internal static IEnumerable<SyntaxTree> Common =>
        In("Support").Prepend(CSharpSyntaxTree.ParseText(Usings, Parsing, "/corpus/GlobalUsings.cs", System.Text.Encoding.UTF8));

    private static IEnumerable<SyntaxTree> Bodies => All.Value.Except(In("Support")).Except(PlainOnly);

    internal static IEnumerable<string> Names =>
        Bodies.SelectMany(static tree =>
            from type in tree.GetCompilationUnitRoot()
                .Members.OfType<BaseNamespaceDeclarationSyntax>()
                .SelectMany(static space => space.Members)
                .OfType<ClassDeclarationSyntax>()
            where type.Modifiers.Any(SyntaxKind.PublicKeyword) && type.TypeParameterList is null
            from method in type.Members.OfType<MethodDeclarationSyntax>()
            where IsBody(method)
            select $"{type.Identifier.Text}.{method.Identifier.ValueText}"
        );

    internal static SyntaxTree AsPlain(SyntaxTree tree) =>
        CSharpSyntaxTree.ParseText(new PlainRewriter().Visit(tree.GetRoot())!.ToFullString(), Parsing, tree.FilePath, System.Text.Encoding.UTF8);

    internal static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, Parsing, $"/corpus/{path[(Folder.Length + 1)..]}", System.Text.Encoding.UTF8);

    private static SyntaxTree Parse(string path) => Parse(path, File.ReadAllText(Repository.FullPath(path)));

    private static IEnumerable<SyntaxTree> In(string folder) =>
        All.Value.Where(tree => tree.FilePath.StartsWith($"/corpus/{folder}/", StringComparison.Ordinal));

    private static bool IsBody(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.PublicKeyword)
        && method.Modifiers.Any(SyntaxKind.StaticKeyword)
        && method.TypeParameterList is null
        && method.ParameterList.Parameters is [{ Type: IdentifierNameSyntax { Identifier.Text: "Probe" }, Modifiers.Count: 0 }];
}
