using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Benchmarks.Analyzers;
using Troops.Benchmarks.Analyzers.Business;

namespace Troops.Tests.Benchmarks;

/// <summary>What the analyzers are measured on must be as big as we say, and a program.</summary>
[TestFixture, Category("Unit")]
internal sealed class BusinessProjectTests
{
    private static readonly string[] Sinks = ["TroopThread.Start", "TroopThread.ForEach(", "Blocking.Run(", ".SendAsync(", ".InvokeAsync("];

    [Test]
    public void The_generated_project_compiles()
    {
        CSharpCompilation compilation = Subjects.Generated().Compile();
        Assert.That(compilation.GetDiagnostics().Where(static problem => problem.Severity == DiagnosticSeverity.Error).Take(5), Is.Empty);
    }

    [Test]
    public void The_generated_project_is_as_big_as_those_that_were_slow_elsewhere()
    {
        Subject subject = Subjects.Generated();
        int bodies = Bodies(subject).Count;
        Assert.Multiple(() =>
        {
            Assert.That(subject.Files, Has.Count.GreaterThanOrEqualTo(300));
            Assert.That(subject.Lines, Is.GreaterThanOrEqualTo(38_000));
            Assert.That(bodies, Is.GreaterThanOrEqualTo(1_200));
        });
    }

    [Test]
    public void A_fifth_of_its_bodies_has_to_do_with_other_threads()
    {
        IReadOnlyList<SyntaxNode> bodies = Bodies(Subjects.Generated());
        int withSink = bodies.Count(static body => Sinks.Any(sink => body.ToString().Contains(sink, StringComparison.Ordinal)));
        Assert.That((double)withSink / bodies.Count, Is.InRange(0.17, 0.3));
    }

    [Test]
    public void A_seed_gives_the_same_project_each_time_and_another_one_another() =>
        Assert.Multiple(static () =>
        {
            var first = BusinessProject.Generate(7);
            Assert.That(BusinessProject.Generate(7), Is.EqualTo(first));
            Assert.That(BusinessProject.Generate(8), Is.Not.EqualTo(first));
        });

    private static IReadOnlyList<SyntaxNode> Bodies(Subject subject) =>
        [
            .. subject
                .Compile()
                .SyntaxTrees.SelectMany(static tree =>
                    tree.GetRoot().DescendantNodes().Where(static node => node is BlockSyntax { Parent: BaseMethodDeclarationSyntax })
                ),
        ];
}
