using System.Reflection;
using Mono.Cecil;

namespace Troops.Tests.House;

/// <summary>The only door to clock, randomness, kernel threads and parking is Seams; the tests' only door to sleep is StuckWorker.</summary>
[TestFixture, Category("Unit")]
internal sealed class SeamTests
{
    private const string RuntimeList = "Troops.Runtime/BannedSymbols.txt";
    private const string TestsList = "Troops.Tests/BannedSymbols.txt";

    [Test]
    public void Nothing_outside_Seams_touches_clock_randomness_kernel_threads_or_parking() =>
        Assert.That(Offenders(typeof(ImmutableAttribute).Assembly, RuntimeList, static type => type.Namespace == "Troops.Seams"), Is.Empty);

    [Test]
    public void No_test_sleeps() =>
        Assert.That(Offenders(typeof(SeamTests).Assembly, TestsList, static type => type.FullName == "Troops.Tests.Support.StuckWorker"), Is.Empty);

    [Test]
    public void Seams_itself_is_seen_to_touch_them() =>
        Assert.That(Offenders(typeof(ImmutableAttribute).Assembly, RuntimeList, static type => type.Namespace != "Troops.Seams"), Is.Not.Empty);

    [TestCase(RuntimeList)]
    [TestCase(TestsList)]
    public void Every_symbol_on_the_list_exists(string list)
    {
        using CompiledCode code = new(typeof(SeamTests).Assembly);
        ForbiddenSymbols forbidden = new(list);
        Assert.Multiple(() =>
        {
            Assert.That(forbidden.Ids, Is.Not.Empty);
            Assert.That(forbidden.Unknown(code), Is.Empty);
        });
    }

    private static string[] Offenders(Assembly assembly, string list, Predicate<TypeDefinition> isExempt)
    {
        using CompiledCode code = new(assembly);
        ForbiddenSymbols forbidden = new(list);
        return
        [
            .. code
                .Types.Where(type => !isExempt(type))
                .SelectMany(type => CompiledCode.References(type).Select(forbidden.Match).OfType<string>().Select(id => $"{type.FullName} uses {id}"))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }
}
