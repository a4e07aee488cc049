using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Tests.Benchmarks.Bodies;

/// <summary>Writes what it is told, or throws.</summary>
internal sealed class OtherGenerator(string? text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.CompilationProvider,
            (output, _) => output.AddSource("Other.g.cs", SourceText.From(text ?? throw new InvalidOperationException("It has nothing to say."), Encoding.UTF8))
        );
}
