using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Boundaries;

/// <summary>Between troops go only data: what crosses as it is, as a message and as a result, and what does not.</summary>
[Category("Unit")]
public sealed class CrossingTests
{
    private TroopProcess process = null!;
    private Troop troop = null!;

    [SetUp]
    public void SetUp()
    {
        process = new TroopProcess(new TroopProcessOptions { Workers = 1 });
        troop = process.CreateTroop("walled");
    }

    [TearDown]
    public async Task TearDown() => await process.DisposeAsync();

    [Test]
    public async Task Everything_on_the_list_crosses_as_it_is()
    {
        await Crosses((sbyte)-1);
        await Crosses((byte)1);
        await Crosses((short)-2);
        await Crosses((ushort)2);
        await Crosses(-3);
        await Crosses(3u);
        await Crosses(-4L);
        await Crosses(4UL);
        await Crosses(1.5f);
        await Crosses(2.5);
        await Crosses(3.5m);
        await Crosses("text");
        await Crosses((string?)null);
        await Crosses(true);
        await Crosses('c');
        await Crosses(DayOfWeek.Friday);
        await Crosses(Flavour.Sour);
        await Crosses(Guid.Parse("7a3e3c2e-3a52-4a0e-9df1-0c8a5a2b8f11"));
        await Crosses(DateTime.UnixEpoch);
        await Crosses(DateTimeOffset.UnixEpoch);
        await Crosses(new DateOnly(2020, 2, 29));
        await Crosses(new TimeOnly(12, 30));
        await Crosses(TimeSpan.FromHours(1));
        await Crosses(Int128.MaxValue);
        await Crosses(UInt128.MaxValue);
        await Crosses((Half)0.5);
        await Crosses(new Complex(1, 2));
        await Crosses(BigInteger.Pow(10, 50));
        await Crosses(new Uri("https://example.org/"));
        await Crosses(new Version(1, 2, 3));
        await Crosses(new Rune(0x1F600));
    }

    [Test]
    public async Task Nullables_and_tuples_of_these_cross_nested_as_deep_as_you_like()
    {
        await Crosses((int?)5);
        await Crosses((int?)null);
        await Crosses((Guid?)Guid.Empty);
        await Crosses((1, "two"));
        await Crosses((1, ("two", (3.0, (Half?)4))));
        await Crosses(((int, string)?)(1, "x"));
        await Crosses((1, 2, 3, 4, 5, 6, 7, 8, 9, "ten", new Uri("https://example.org/")));
        await Crosses(ValueTuple.Create());
        await Crosses(ValueTuple.Create(1));
    }

    [Test]
    public void Nothing_else_crosses_in_and_the_message_names_the_type() =>
        Assert.Multiple(() =>
        {
            Refused(new object());
            Refused(new int[] { 1 });
            Refused(new List<int>());
            Refused(new Dictionary<string, int>());
            Refused(ImmutableArray.Create(1));
            Refused(new MarkedImmutable(1));
            Refused(new FormatException());
            Refused<Exception>(new FormatException());
            Refused<Action>(() => { });
            Refused<Func<int>>(() => 1);
            Refused(new KeyValuePair<int, int>(1, 2));
            Refused(new PlainStruct());
            Refused((1, new List<int>()));
            Refused(((1, "x"), (2, new object())));
            Refused<PlainStruct?>(null);
            Refused<IComparable>(1);
            Refused<Enum>(DayOfWeek.Friday);
            Refused<System.Runtime.CompilerServices.ITuple>((1, 2));
            Refused(CancellationToken.None);
            Refused((nint)1);
            Refused(new Memory<int>());
            Refused(new Channel<int>(1));
            Refused(troop);
            Refused(typeof(int));
            Refused(new WeakReference(this));
        });

    [Test]
    public void Nothing_else_crosses_out() =>
        Assert.Multiple(() =>
        {
            RefusedResult(() => new object());
            RefusedResult(() => new int[1]);
            RefusedResult(() => new List<int>());
            RefusedResult(() => new MarkedImmutable(1));
            RefusedResult(() => (1, new object()));
            RefusedResult<Exception>(() => new FormatException());
            RefusedResult<Action>(() => () => { });
            Assert.That(() => troop.InvokeAsync(async () => new List<int>()), Throws.TypeOf<NotSupportedException>().With.Message.Contains("List"));
            Assert.That(() => troop.InvokeAsync(1, _ => new List<int>()), Throws.TypeOf<NotSupportedException>().With.Message.Contains("List"));
            Assert.That(() => troop.InvokeAsync(1, async _ => new List<int>()), Throws.TypeOf<NotSupportedException>().With.Message.Contains("List"));
        });

    [Test]
    public async Task What_is_refused_never_runs_and_costs_no_thread()
    {
        bool ran = false;
        Assert.That(
            () =>
                troop.InvokeAsync(
                    new List<int>(),
                    _ =>
                    {
                        ran = true;
                    }
                ),
            Throws.TypeOf<NotSupportedException>()
        );
        await troop.InvokeAsync(() => { }).OrHang();
        Assert.That(ran, Is.False);
        Assert.That(troop.ThreadCount, Is.Zero);
    }

    [Test]
    public async Task A_subclass_does_not_pass_for_what_it_derives_from()
    {
        Uri smuggler = new Smuggler();
        Assert.That(() => troop.InvokeAsync(smuggler, static _ => { }), Throws.TypeOf<NotSupportedException>().With.Message.Contains(nameof(Smuggler)));
        Assert.That(() => troop.InvokeAsync((1, smuggler), static _ => { }), Throws.TypeOf<NotSupportedException>().With.Message.Contains(nameof(Smuggler)));
        Assert.That(
            () => troop.InvokeAsync((1, 2, 3, 4, 5, 6, 7, (8, smuggler)), static _ => { }),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains(nameof(Smuggler))
        );
        Exception? out1 = await troop.InvokeAsync(() => smuggler).AsTask().FaultOrHang();
        Assert.That(out1, Is.InstanceOf<NotSupportedException>().Or.InstanceOf<TroopFault>());
        Assert.That(out1!.Message, Does.Contain(nameof(Smuggler)));
        Exception? out2 = await troop.InvokeAsync(async () => (1, smuggler)).AsTask().FaultOrHang();
        Assert.That(out2!.Message, Does.Contain(nameof(Smuggler)));
        Refused(Tuple.Create(1, 2));
    }

    [Test]
    public async Task In_the_main_troop_any_result_is_moved_out_because_it_is_trusted()
    {
        Assert.That(await process.InvokeAsync(() => new List<int> { 1 }).OrHang(), Has.Count.EqualTo(1));
    }

    private async Task Crosses<T>(T value)
    {
        Assert.That(await troop.InvokeAsync(value, static message => message).OrHang(), Is.EqualTo(value));
        Assert.That(await troop.InvokeAsync(value, static async message => message).OrHang(), Is.EqualTo(value));
    }

    private void Refused<T>(T value) =>
        Assert.That(
            () => troop.InvokeAsync(value, static _ => { }),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains(typeof(T).ToString()).And.Message.Contains("cannot go from one troop to another")
        );

    private void RefusedResult<T>(Func<T> body) =>
        Assert.That(() => troop.InvokeAsync(body), Throws.TypeOf<NotSupportedException>().With.Message.Contains(typeof(T).ToString()));

    private enum Flavour : byte
    {
        Sweet,
        Sour,
    }

    [Immutable]
    private sealed record MarkedImmutable(int Value);

    private readonly struct PlainStruct;

    private sealed class Smuggler() : Uri("https://example.org/");
}
