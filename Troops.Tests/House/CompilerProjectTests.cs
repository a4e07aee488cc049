using System.Reflection;
using Troops.Analyzers;
using Troops.Roslyn;

namespace Troops.Tests.House;

/// <summary>What the compiler loads: who may know whom, and where things are.</summary>
[TestFixture, Category("Unit")]
internal sealed class CompilerProjectTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Troops.Roslyn"] = [],
        ["Troops.Analyzers"] = ["Troops.Roslyn"],
        ["Troops.Generators"] = ["Troops.Roslyn"],
        ["Troops.CodeFixes"] = ["Troops.Analyzers", "Troops.Roslyn"],
    };

    private static IEnumerable<string> Projects => Arrows.Keys;

    [TestCaseSource(nameof(Projects))]
    public void A_project_refers_to_those_below_it_alone(string project)
    {
        IEnumerable<string> references = Assembly.Load(project).GetReferencedAssemblies().Select(static name => name.Name!);
        Assert.That(references.Where(static name => name.StartsWith("Troops", StringComparison.Ordinal)), Is.SubsetOf(Arrows[project]));
    }

    [Test]
    public void What_the_compiler_loads_knows_no_workspaces_but_the_fixes_do() =>
        Assert.That(
            Projects.Where(static project =>
                Assembly.Load(project).GetReferencedAssemblies().Any(static name => name.Name!.Contains("Workspaces", StringComparison.Ordinal))
            ),
            Is.SubsetOf(["Troops.CodeFixes"])
        );

    [TestCaseSource(nameof(Projects))]
    public void Every_type_is_in_the_namespace_of_its_folder(string project)
    {
        IReadOnlyList<SourceType> types = SourceTree.TypesBelow(project);
        IEnumerable<string> wrong = types
            .Where(type => type.Namespace != Path.GetDirectoryName(type.Path)!.Replace('/', '.'))
            .Select(static type => $"{type.FullName} in {type.Path}");
        Assert.That(types, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Only_what_the_compiler_looks_for_is_public()
    {
        Type[] expected = [typeof(TroopsAnalyzer)];
        IEnumerable<Type> visible = typeof(TroopsAnalyzer).Assembly.GetExportedTypes().Concat(typeof(KnownSymbols).Assembly.GetExportedTypes());
        Assert.That(visible, Is.EquivalentTo(expected));
    }
}
