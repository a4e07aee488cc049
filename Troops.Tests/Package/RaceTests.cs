using System.Text.RegularExpressions;

namespace Troops.Tests.Package;

/// <summary>A fresh project that has only the package does not build with any of the races of the textbooks.</summary>
[TestFixture, Category("Spec")]
internal sealed partial class RaceTests
{
    private readonly Consumer consumer = new();
    private IReadOnlySet<string> mistaken = null!;
    private Run build = null!;

    private static IEnumerable<string> Paths => Races.Files.Select(static file => file.Path);

    [OneTimeSetUp]
    public async Task PackAndBuildAsync()
    {
        await consumer.PackAsync();
        consumer.Create("Racing", "net10.0", [.. Races.Files, ("Program.cs", "System.Console.WriteLine();")]);
        build = await consumer.BuildAsync("Racing");
        mistaken = Error().Matches(build.Output).Select(static match => match.Groups["file"].Value).ToHashSet(StringComparer.Ordinal);
    }

    [OneTimeTearDown]
    public void Delete() => consumer.Dispose();

    [Test]
    public void There_are_nineteen_of_them_and_the_language_has_nothing_against_any()
    {
        Assert.That(Paths.Count(), Is.EqualTo(19));
        Assert.That(build.Output, Does.Not.Contain("error CS"), build.Text);
    }

    [TestCaseSource(nameof(Paths))]
    public void A_race_is_an_error_in_its_own_file(string path) => Assert.That(mistaken, Does.Contain(path), build.Text);

    [GeneratedRegex(@"(?<file>\w+\.cs)\([0-9,]+\): error TROOP[0-9]{3}: ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Error();
}
