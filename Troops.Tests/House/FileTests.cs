namespace Troops.Tests.House;

/// <summary>A reader who knows a type's name knows its file, and can read it to the end.</summary>
[TestFixture, Category("Unit")]
internal sealed class FileTests
{
    private const int MaximumLines = 500;

    private static readonly IReadOnlyList<string> Files = Repository.SourceFiles();

    [Test]
    public void No_file_is_longer_than_500_lines()
    {
        IEnumerable<string> tooLong = Files
            .Select(static path => (Path: path, Lines: File.ReadLines(Repository.FullPath(path)).Count()))
            .Where(static file => file.Lines > MaximumLines)
            .Select(static file => $"{file.Path} has {file.Lines} lines");
        Assert.That(tooLong, Is.Empty);
    }

    [Test]
    public void Every_file_declares_the_one_type_that_it_is_named_after()
    {
        // Specs and the corpus are what users write, with as many types as a case needs.
        IEnumerable<string> ours = Files.Where(static path =>
            !path.StartsWith("Troops.Tests/Specs/", StringComparison.Ordinal) && !path.StartsWith("Troops.Tests/Corpus/Bodies/", StringComparison.Ordinal)
        );
        IEnumerable<string> wrong = ours.SelectMany(static path =>
            SourceTree
                .TypesOf(path)
                .Where(type => !type.IsFileLocal && type.Name != NameOf(path))
                .Select(static type => $"{type.Path} declares {type.Name}, which belongs into {type.Name}.cs")
        );
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_source_file_of_the_repository_is_looked_at() =>
        Assert.That(Files, Has.Some.StartWith("Troops.Runtime/Seams/").And.Some.StartWith("Troops.Tests/House/"));

    /// <summary><c>Type.cs</c>, <c>Type.Concern.cs</c> and <c>Type{T}.cs</c> are all named after <c>Type</c>.</summary>
    private static string NameOf(string path) => Path.GetFileName(path).Split('.', '{')[0];
}
