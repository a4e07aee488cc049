using System.Collections.Concurrent;
using System.Reflection;
using Troops.Tests.Support;

namespace Troops.Tests.Corpus;

/// <summary>Law 7: what the generator and the runtime make of a body means what it would mean as a plain <c>async Task</c>. README.md says which construct stands where.</summary>
[TestFixture, Category("Corpus")]
internal sealed class CorpusTests
{
    private static readonly ConcurrentDictionary<(string Name, bool Debug), Lazy<CorpusAssembly>> Assemblies = new();
    private static readonly ConcurrentDictionary<string, IReadOnlyList<(CorpusMode Mode, string Outcome)>> Expected = new(StringComparer.Ordinal);

    private TroopProcess process = null!;

    private static IEnumerable<string> Names => CorpusSource.Names;

    private static IEnumerable<CorpusTier> Tiers => CorpusCompiler.MakesCopies ? Enum.GetValues<CorpusTier>() : [CorpusTier.Original];

    [OneTimeSetUp]
    public void Start() => process = InThread.Process(1);

    [OneTimeTearDown]
    public async Task Stop() => await process.DisposeAsync();

    [Test]
    public void There_are_300_bodies_and_no_two_have_one_name()
    {
        Assert.That(Names, Is.Unique);
        Assert.That(Names.Count(), Is.AtLeast(300));
    }

    [Test]
    public void Copies_are_looked_at()
    {
        if (!CorpusCompiler.MakesCopies)
        {
            Assert.Ignore("There is no generator of copies yet.");
        }

        Assert.That(Tiers, Does.Contain(CorpusTier.Copy));
    }

    [Test]
    public void A_body_is_deterministic([ValueSource(nameof(Names))] string name)
    {
        CorpusAssembly assembly = AssemblyOf(null, debug: false);
        foreach ((CorpusMode mode, string outcome) in ExpectedOf(name))
        {
            Assert.That(CorpusRunner.RunPlain(assembly, assembly.Original(name), mode, out _), Is.EqualTo(outcome), $"{mode}");
        }
    }

    /// <summary>
    /// All tiers in one case: of more than 2,000 selected cases NUnit's adapter would run the whole assembly instead (its <c>AssemblySelectLimit</c>).
    /// </summary>
    [Test]
    public async Task A_body_means_what_it_means_as_a_plain_task([ValueSource(nameof(Names))] string name)
    {
        List<string> differences = [];
        foreach (CorpusTier tier in Tiers)
        {
            foreach (bool debug in (bool[])[true, false])
            {
                if (await Difference(name, tier, debug) is { } difference)
                {
                    differences.Add(difference);
                }
            }
        }

        Assert.That(string.Join($"{Environment.NewLine}{Environment.NewLine}", differences), Is.Empty);
    }

    /// <summary>The first mode in which it is not what it is as a plain task, with both outcomes.</summary>
    private async Task<string?> Difference(string name, CorpusTier tier, bool debug)
    {
        CorpusAssembly assembly = AssemblyOf(tier, debug);
        string how = $"{name}, {tier}, {(debug ? "debug" : "release")}";
        MethodInfo? body = tier is CorpusTier.Copy ? assembly.Copy(name) : assembly.Original(name);
        if (tier is CorpusTier.Copy && assembly.WhyNoCopy(name) is { } reason)
        {
            return body is null ? null : $"{how}: it has a copy and says that it has none, because {reason}";
        }

        if (body is null)
        {
            return $"{how}: there is none, and it does not say why";
        }

        foreach ((CorpusMode mode, string expected) in ExpectedOf(name))
        {
            string actual = await CorpusRunner.RunOurs(process, assembly, body, mode);
            if (actual != expected)
            {
                return string.Join(Environment.NewLine, $"{how}, {mode}", "--- as a plain task", expected, "--- as ours", actual);
            }
        }

        return null;
    }

    private static IReadOnlyList<(CorpusMode Mode, string Outcome)> ExpectedOf(string name) =>
        Expected.GetOrAdd(
            name,
            static name =>
            {
                CorpusAssembly assembly = AssemblyOf(null, debug: false);
                MethodInfo body = assembly.Original(name);
                CorpusRunner.RunPlain(assembly, body, default, out int events);
                return [.. CorpusMode.For(events).Select(mode => (mode, CorpusRunner.RunPlain(assembly, body, mode, out _)))];
            }
        );

    /// <summary>All bodies, compiled once for all tests.</summary>
    /// <param name="tier">Null: as a plain task.</param>
    internal static CorpusAssembly AssemblyOf(CorpusTier? tier, bool debug)
    {
        string name = tier switch
        {
            null => "Plain",
            CorpusTier.Original => "Original",
            _ => "Generated",
        };
        CorpusAssembly assembly = Assemblies.GetOrAdd((name, debug), static key => new(() => Compile(key.Name, key.Debug))).Value;
        Assert.That(assembly.Errors, Is.Empty);
        return assembly;
    }

    private static CorpusAssembly Compile(string name, bool debug) =>
        CorpusCompiler.Compile(
            $"{name}.{(debug ? "Debug" : "Release")}",
            name == "Plain" ? CorpusSource.Plain : CorpusSource.Ours,
            debug,
            generate: name == "Generated"
        );
}
