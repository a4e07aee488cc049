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

    [Test]
    public async Task A_body_means_what_it_means_as_a_plain_task(
        [ValueSource(nameof(Names))] string name,
        [ValueSource(nameof(Tiers))] CorpusTier tier,
        [Values] bool debug
    )
    {
        CorpusAssembly assembly = AssemblyOf(tier, debug);
        MethodInfo? body = tier is CorpusTier.Copy ? assembly.Copy(name) : assembly.Original(name);
        if (tier is CorpusTier.Copy && assembly.WhyNoCopy(name) is { } reason)
        {
            Assert.That(body, Is.Null, $"{name} has a copy; it says that it has none: {reason}");
            return;
        }

        Assert.That(body, Is.Not.Null, $"{name} has no copy, and does not say why");
        foreach ((CorpusMode mode, string expected) in ExpectedOf(name))
        {
            string actual = await CorpusRunner.RunOurs(process, assembly, body!, mode);
            if (actual != expected)
            {
                string how = $"{name}, {tier}, {(debug ? "debug" : "release")}, {mode}";
                Assert.Fail(string.Join(Environment.NewLine, how, "--- as a plain task", expected, "--- as ours", actual));
            }
        }
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

    /// <param name="tier">Null: as a plain task.</param>
    private static CorpusAssembly AssemblyOf(CorpusTier? tier, bool debug)
    {
        string name = tier switch
        {
            null => "Plain",
            CorpusTier.Original => "Original",
            _ => "Generated",
        };
        return Assemblies.GetOrAdd((name, debug), static key => new(() => Compile(key.Name, key.Debug))).Value;
    }

    private static CorpusAssembly Compile(string name, bool debug) =>
        new(
            CorpusCompiler.Compile(
                $"{name}.{(debug ? "Debug" : "Release")}",
                name == "Plain" ? CorpusSource.Plain : CorpusSource.Ours,
                debug,
                generate: name == "Generated"
            )
        );
}
