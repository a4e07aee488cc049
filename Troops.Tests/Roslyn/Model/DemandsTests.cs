using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Roslyn.Model;

/// <summary>Whether operators, loops and awaits of a compilation are worth a look at all.</summary>
[TestFixture, Category("Unit")]
internal sealed class DemandsTests
{
    [TestCase("public static class S { extension<[Shareable] T>(List<T> list) { public static List<T> operator -(List<T> a, List<T> b) => a; } }", true)]
    [TestCase("public static class S { public static IAsyncEnumerator<T> GetAsyncEnumerator<[Immutable] T>(this T[] items) => null!; }", true)]
    [TestCase("public static class S { public static IEnumerator<T> GetEnumerator<[Shareable] T>(this Tuple<T> items) => null!; }", true)]
    [TestCase(
        "public static class S { public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter<[Shareable] T>(this T[] items) => default; }",
        true
    )]
    [TestCase("public static class S { extension(int[] items) { public IEnumerator<T> GetEnumerator<[Shareable] T>() => null!; } }", true)]
    [TestCase("public static class S { extension<T>(List<T> list) { public static List<T> operator -(List<T> a, List<T> b) => a; } }", false)]
    [TestCase("public static class S { public static IEnumerator<T> GetEnumerator<T>(this Tuple<T> items) => null!; }", false)]
    [TestCase("public static class S { public static void Publish<[Shareable] T>(this T[] items) { } } public class Box<[Shareable] T> { }", false)]
    public void An_extension_that_demands_something_is_found_in_source_and_in_references(string text, bool isFound)
    {
        CSharpCompilation source = TestCompilation.Of(("S.cs", $"using Troops;\n{text}"));
        using MemoryStream image = new();
        var result = source.Emit(image);
        Assert.That(result.Success, Is.True, () => string.Join('\n', result.Diagnostics));
        CSharpCompilation user = TestCompilation.Of().AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Multiple(() =>
        {
            Assert.That(new Demands(KnownSymbols.Create(source)!).HasExtension, Is.EqualTo(isFound));
            Assert.That(new Demands(KnownSymbols.Create(user)!).HasExtension, Is.EqualTo(isFound));
        });
    }
}
