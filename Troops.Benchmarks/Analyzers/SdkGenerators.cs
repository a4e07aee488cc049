using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Benchmarks.Analyzers;

/// <summary>The generators that come with .NET's reference assemblies: without what they write, a project that imports a C function does not compile.</summary>
internal static class SdkGenerators
{
    /// <summary>Paths and texts of what they write.</summary>
    internal static IEnumerable<(string Path, string Text)> Run(CSharpCompilation compilation)
    {
        string folder = Path.Combine(SdkFolder.Newest(Path.Combine("packs", "Microsoft.NETCore.App.Ref")).FullName, "analyzers", "dotnet", "cs");
        ISourceGenerator[] generators =
        [
            .. Directory
                .EnumerateFiles(folder, "*.dll")
                .Order(StringComparer.Ordinal)
                .SelectMany(static path => SdkFolder.Load(path).GetGenerators(LanguageNames.CSharp)),
        ];
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(generators, parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGenerators(compilation);
        return driver.GetRunResult().GeneratedTrees.Select(static tree => (tree.FilePath, tree.ToString()));
    }
}
