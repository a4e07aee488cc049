using Microsoft.CodeAnalysis.CSharp;
using Troops.Benchmarks.Bodies.Projects;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Benchmarks.Bodies;

[TestFixture, Category("Unit")]
internal sealed class PrunerTests
{
    private const string Before = """
        using Missing;
        [Missing.Mark]
        public class Store : Missing.Base,
            IDisposable, Missing.IStore
        {
            public override int Size => 3;
            private Missing.Field field;
        #if DEBUG
            public Missing.Result Find(
        #else
            public Missing.Other Find(
        #endif
                int key) => null;
            [Missing.Case] public void Dispose() { Missing.Call(); }
            void Missing.IStore.Save() { }
        }
        """;

    private const string After = """


        public class Store : IDisposable

        {
            public  int Size => 3;

        #if DEBUG
            public Missing.Result Find(
        #else

        #endif

             public void Dispose() { Missing.Call(); }
            void Save() { }
        }
        """;

    [Test]
    public void What_does_not_bind_outside_of_bodies_goes_and_its_lines_and_directives_stay()
    {
        (CSharpCompilation pruned, int count) = Pruner.Prune(TestCompilation.Of(("Store.cs", Before)));
        string text = pruned.SyntaxTrees.Single(static tree => tree.FilePath == "Store.cs").ToString();
        Assert.Multiple(() =>
        {
            Assert.That(text.Split('\n').Select(static line => line.TrimEnd()), Is.EqualTo(After.Split('\n').Select(static line => line.TrimEnd())));
            Assert.That(pruned.GetDeclarationDiagnostics(), Is.Empty);
            Assert.That(count, Is.GreaterThan(5));
        });
    }
}
