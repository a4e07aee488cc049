using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Tests.Analyzers;

/// <summary>Promises and demands that stand in another assembly, as source of a project beside it and as a compiled file.</summary>
[TestFixture(true), TestFixture(false), Category("Unit")]
internal sealed class OtherAssemblyTests(bool isCompiled)
{
    private const string Library = """
        using Troops;
        namespace Library;
        [Immutable] public abstract class Value;
        [Immutable] public interface IValue;
        [ThreadSafe] public interface IService;
        [ConditionallyImmutable] public abstract class Option<[OnlyIf] T>;
        public class Outer { public sealed class Feed<[Shareable] T>; public sealed class Free<T>; }
        public static class Sender
        {
            public static void Send<[Shareable] T>(T value) { }
            public static void Free<T>(T value) { }
            extension<[Shareable] T>(List<T> list) { public void Publish() { } public int Size => 0; }
        }
        public abstract class Base { public abstract void Do<T>(T value); }
        """;

    [TestCase("class D : Value { public int N { get; set; } }", "TROOP006 D")]
    [TestCase("struct D : IValue { int n; public int N => n++; }", "TROOP006 D")]
    [TestCase("class D : IService { int n; public int N => n++; }", "TROOP006 D")]
    [TestCase("class D<T>(T t) : Option<T> { public int N { get; set; } public T V => t; }", "TROOP006 D")]
    [TestCase("class D<T>(T t) : Option<T> { public T V => t; }", "")]
    [TestCase("class D : Option<List<int>> { public int N { get; set; } }", "")]
    [TestCase("class D : Value { public int N { get; } }", "")]
    [TestCase("class D { Outer.Feed<List<int>>? feed; Outer.Free<List<int>>? free; public object? O => (feed, free); }", "TROOP011 List<int>")]
    [TestCase("class D { void M(List<int> l) { Sender.Send(l); Sender.Send(1); Sender.Free(l); } }", "TROOP011 Send")]
    [TestCase("class D { void M(List<int[]> l, List<int> m) { l.Publish(); m.Publish(); } }", "TROOP011 Publish")]
    [TestCase("class D { int M(List<int[]> l, List<int> m) => l.Size + m.Size; }", "TROOP011 Size")]
    [TestCase("class D : Base { public override void Do<[Troops.Immutable] T>(T value) { } }", "TROOP011 T")]
    public async Task What_another_assembly_asks_for_counts_here(string program, string expected)
    {
        CSharpCompilation library = TestCompilation.Of([("Library.cs", Library)], [.. Net100.References.All, TestCompilation.Runtime], "Library");
        CSharpCompilation users = TestCompilation.Of(
            [("Program.cs", $"using Library; {program}")],
            [.. Net100.References.All, TestCompilation.Runtime, isCompiled ? Compile(library) : library.ToMetadataReference()]
        );
        Assert.That(TestCompilation.Errors(users), Is.Empty);

        ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(users);
        IEnumerable<string> marks = found.Select(SpecLine.Of).Select(static line => $"{line.Id} {line.Text}");
        Assert.That(string.Join(", ", marks), Is.EqualTo(expected), string.Join('\n', found));
    }

    private static PortableExecutableReference Compile(CSharpCompilation library)
    {
        using MemoryStream stream = new();
        Assert.That(library.Emit(stream).Success, Is.True);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
