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
        int bodies = subject
            .Compile()
            .SyntaxTrees.Sum(static tree => tree.GetRoot().DescendantNodes().Count(static node => node is BlockSyntax { Parent: BaseMethodDeclarationSyntax }));
        Assert.Multiple(() =>
        {
            Assert.That(subject.Files, Has.Count.GreaterThanOrEqualTo(300));
            Assert.That(subject.Lines, Is.GreaterThanOrEqualTo(38_000));
            Assert.That(bodies, Is.GreaterThanOrEqualTo(1_200));
        });
    }

    [Test]
    public void A_seed_gives_the_same_project_each_time_and_another_one_another() =>
        Assert.Multiple(static () =>
        {
            var first = BusinessProject.Generate(7);
            Assert.That(BusinessProject.Generate(7), Is.EqualTo(first));
            Assert.That(BusinessProject.Generate(8), Is.Not.EqualTo(first));
        });
}
