using NetArchTest.Rules;

namespace Troops.Tests.House;

/// <summary>What users see is in two namespaces; what they do not see says in its namespace where it stands.</summary>
[TestFixture, Category("Unit")]
internal sealed class PlaceTests
{
    private static readonly IReadOnlyList<SourceType> Sources = SourceTree.TypesBelow("Troops.Runtime");

    [Test]
    public void Every_public_type_is_in_Troops_or_Troops_Sharing()
    {
        PredicateList types = Types.InAssembly(typeof(ImmutableAttribute).Assembly).That().ArePublic().And().AreNotNested();
        Assert.That(types.GetTypes(), Is.Not.Empty);

        TestResult result = types.Should().ResideInNamespaceMatching(@"^Troops(\.Sharing)?$").GetResult();
        Assert.That(result.IsSuccessful, Is.True, () => string.Join(", ", result.FailingTypeNames));
    }

    [Test]
    public void The_builtins_and_only_they_are_in_Troops_Sharing()
    {
        IEnumerable<string> wrong = Sources
            .Where(static type => type.IsPublic && type.Folder == "Sharing" != (type.Namespace == "Troops.Sharing"))
            .Select(static type => $"{type.FullName} in {type.Path}");
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_internal_type_is_in_the_namespace_of_its_folder()
    {
        HashSet<string> visible = [.. Sources.Where(static type => type.IsPublic).Select(static type => type.FullName)];
        IEnumerable<string> wrong = Sources
            .Where(type => !visible.Contains(type.FullName))
            .Where(static type => type.Namespace != (type.Folder.Length == 0 ? "Troops" : $"Troops.{type.Folder}"))
            .Select(static type => $"{type.FullName} in {type.Path}");
        Assert.That(wrong, Is.Empty);
    }
}
