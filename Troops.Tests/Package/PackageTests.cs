using System.IO.Compression;
using Mono.Cecil;
using Troops.Tests.Analyzers;
using Troops.Tests.Support;

namespace Troops.Tests.Package;

/// <summary>The package as users have it: packed, restored from a feed, in fresh projects that know nothing of this repository.</summary>
[TestFixture, Category("Spec")]
internal sealed class PackageTests
{
    private const string Program = """
        using Troops;

        Console.WriteLine(await TroopProcess.RunAsync(async TroopTask<int> () =>
        {
            TroopThread<int> thread = TroopThread.Start(() => new Order(40, "two").Number + new Line(2).Count);
            return await thread.Join();
        }));

        [Immutable]
        internal sealed record Order(int Number, string Name);

        internal sealed class Line(int count)
        {
            public int Count => count;
        }
        """;

    private static readonly (string Path, string Text)[] Listed =
    [
        (
            "Note.cs",
            """
            using System.Text;
            using Troops;

            Console.WriteLine(new Note(new StringBuilder("listed")).Text);

            [Immutable]
            internal sealed record Note(StringBuilder Text);
            """
        ),
        ("lists/my.troops.txt", "# Ours are never changed.\nVal  System.Text.StringBuilder\n"),
        // Output of the project is not part of it.
        ("bin/old.troops.txt", "Ref System.String\n"),
    ];

    private readonly Consumer consumer = new();
    private Run clean = null!;
    private Run mistaken = null!;
    private Run listed = null!;
    private Run uncheckedBuild = null!;
    private Run older = null!;

    [OneTimeSetUp]
    public async Task PackAndBuildAsync()
    {
        await consumer.PackAsync();
        consumer.Create("Clean", "net10.0", ("Program.cs", Program));
        consumer.Create("Mistaken", "net10.0", [.. Mistakes.Files, ("Program.cs", Program)]);
        consumer.Create("Listed", "net10.0", Listed);
        consumer.Create("Unchecked", "net10.0", [.. Mistakes.Files, ("Program.cs", Program)]);
        consumer.Create("Older", "net9.0", ("Program.cs", Program));

        // Two at a time: a build is short, and starting it is most of it. The first fills the folder of packages.
        clean = await consumer.BuildAsync("Clean", "-warnaserror");
        Run[] runs = await Task.WhenAll(consumer.BuildAsync("Mistaken"), consumer.BuildAsync("Listed", "-p:TroopsStrict=true"));
        (mistaken, listed) = (runs[0], runs[1]);
        runs = await Task.WhenAll(
            consumer.BuildAsync("Unchecked", "-p:RunAnalyzers=false"),
            consumer.BuildAsync("Older", "-p:DisableImplicitFrameworkReferences=true", "-p:UseAppHost=false")
        );
        (uncheckedBuild, older) = (runs[0], runs[1]);
    }

    [OneTimeTearDown]
    public void Delete() => consumer.Dispose();

    [Test]
    public void The_package_contains_the_runtime_and_what_the_compiler_loads_and_nothing_else()
    {
        using ZipArchive package = ZipFile.OpenRead(consumer.Package);
        // The packing itself adds the rest, under names that are new each time.
        IEnumerable<string> ours = package
            .Entries.Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("package/", StringComparison.Ordinal) && name is not ("_rels/.rels" or "[Content_Types].xml"));
        Snapshot.Verify(string.Join('\n', ours.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void It_depends_on_no_other_package()
    {
        using ZipArchive package = ZipFile.OpenRead(consumer.Package);
        using StreamReader reader = new(package.GetEntry("Troops.nuspec")!.Open());
        string manifest = reader.ReadToEnd();
        Assert.That(manifest, Does.Contain($"<version>{consumer.Version}</version>").And.Not.Contain("<dependency "));
    }

    [Test]
    public async Task A_correct_program_builds_without_a_word_and_runs()
    {
        Assert.That(clean.Code, Is.Zero, clean.Text);
        Assert.That(await consumer.ReportedAsync("Clean"), Is.Empty);
        Run run = await consumer.RunAsync("Clean");
        Assert.That(run.Output.Trim(), Is.EqualTo("42"), run.Text);
    }

    [Test]
    public void Its_assembly_carries_the_stamp_and_the_kinds_that_were_inferred()
    {
        Assert.That(IsStamped("Clean"), Is.True);
        Assert.That(KindsOf("Clean"), Does.Contain("Val Line"));
    }

    [Test]
    public async Task Mistakes_are_errors_where_they_stand_with_the_whole_path()
    {
        Assert.That(mistaken.Code, Is.Not.Zero, mistaken.Text);
        IEnumerable<string> expected = Mistakes.Files.SelectMany(static file => SpecLine.Expected(file.Text).Select(line => $"{file.Path}: {line}"));
        IEnumerable<string> actual = (await consumer.ReportedAsync("Mistaken")).Select(static found => $"{found.File}: {found.Line}");
        Assert.That(actual, Is.EquivalentTo(expected));
    }

    [Test]
    public void A_mistake_fails_the_build_with_its_id_and_the_address_of_its_page() =>
        Assert.That(mistaken.Output, Does.Match(@"Basket\.cs\(5,41\): error TROOP003: .*docs/rules/TROOP003\.md"));

    [Test]
    public async Task A_list_of_the_project_counts_from_any_folder_and_strictness_does_not_mind()
    {
        Assert.That(listed.Code, Is.Zero, listed.Text);
        Assert.That(await consumer.ReportedAsync("Listed"), Is.Empty);
        Assert.That(IsStamped("Listed"), Is.True);
    }

    [Test]
    public void Without_analyzers_mistakes_build_and_the_stamp_is_withheld()
    {
        Assert.That(uncheckedBuild.Code, Is.Zero, uncheckedBuild.Text);
        Assert.That(IsStamped("Unchecked"), Is.False);
        Assert.That(KindsOf("Unchecked"), Does.Contain("Val Shop.Fine"), "kinds are known all the same");
    }

    [Test]
    public void An_older_framework_is_refused_with_the_one_that_would_do()
    {
        Assert.That(older.Code, Is.Not.Zero, older.Text);
        Assert.That(older.Output, Does.Match("NU1202: .*Troops.* is not compatible with net9.0.*supports: net10.0"));
    }

    private bool IsStamped(string project) => Attributes(project).Any(static attribute => attribute.Type == "Troops.TroopsVerifiedAttribute");

    private string KindsOf(string project) =>
        Attributes(project)
            .Where(static attribute => attribute.Type == "Troops.TroopKindsAttribute")
            .Select(static attribute => attribute.Text)
            .SingleOrDefault("");

    private IReadOnlyList<(string Type, string Text)> Attributes(string project)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(consumer.Assembly(project));
        return
        [
            .. assembly.CustomAttributes.Select(static attribute =>
                (attribute.AttributeType.FullName, attribute.ConstructorArguments.Select(static argument => argument.Value).OfType<string>().FirstOrDefault(""))
            ),
        ];
    }
}
