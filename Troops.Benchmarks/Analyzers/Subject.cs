using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Benchmarks.Analyzers;

/// <summary>A project to be compiled, as often as somebody asks, from nothing but its text: the compiler keeps what it found in what it made.</summary>
/// <param name="Name">Of its assembly, so that it sees the internals that it is meant to see.</param>
/// <param name="Files">Paths and texts.</param>
/// <param name="References">The assemblies that it stands on; read once, as in a build server.</param>
internal sealed record Subject(string Name, IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<MetadataReference> References)
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    /// <summary>What a project says that says nothing, but on one kernel thread: shares of a time are worth something only if nobody else's work is in it.</summary>
    internal CSharpCompilationOptions Options { get; init; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false);

    internal int Lines => Files.Sum(static file => file.Text.AsSpan().Count('\n'));

    internal CSharpCompilation Compile() =>
        CSharpCompilation.Create(
            Name,
            Files
                .Prepend(("Usings.cs", ImplicitUsings))
                .Select(static file => CSharpSyntaxTree.ParseText(SourceText.From(file.Item2, Encoding.UTF8), Parsing, file.Item1)),
            References,
            Options
        );
}
