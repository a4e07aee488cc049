using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Tests.Analyzers;

/// <summary>An additional file that is on no disk.</summary>
internal sealed class MemoryText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
