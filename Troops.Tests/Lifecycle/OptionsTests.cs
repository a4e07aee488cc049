using Troops.Tests.Support;

namespace Troops.Tests.Lifecycle;

/// <summary>Wrong settings are refused where they are written, with what would be right.</summary>
[Category("Unit")]
public sealed class OptionsTests
{
    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(int.MinValue)]
    [TestCase(1025)]
    [TestCase(int.MaxValue)]
    public void A_number_of_workers_that_cannot_be_is_refused(int workers) =>
        Assert.That(
            () => new TroopProcessOptions { Workers = workers },
            Throws
                .InstanceOf<ArgumentOutOfRangeException>()
                .With.Message.Contains("at least 1")
                .And.Message.Contains("1024")
                .And.Property("ParamName")
                .EqualTo("Workers")
        );

    [Test]
    public void A_grace_that_cannot_be_is_refused()
    {
        TimeSpan[] wrong = [TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromDays(25)];
        foreach (TimeSpan grace in wrong)
        {
            Assert.That(() => new TroopProcessOptions { ShutdownGrace = grace }, TooLong("ShutdownGrace"));
            Assert.That(() => new TroopProcessOptions { KillGrace = grace }, TooLong("KillGrace"));
        }
    }

    [Test]
    public async Task A_grace_that_cannot_be_is_refused_by_StopAsync_which_then_stops_nothing()
    {
        await using TroopProcess process = new();
        foreach (TimeSpan grace in new[] { TimeSpan.FromTicks(-1), TimeSpan.MaxValue })
        {
            // At once: a caller that does not await must not miss it.
            Assert.That(() => process.Main.StopAsync(grace), TooLong("grace"));
        }

        Assert.That(process.Main.IsStopped, Is.False);
        await process.InvokeAsync(() => { }).OrHang();
    }

    [Test]
    public async Task The_longest_grace_that_can_be_works()
    {
        TimeSpan longest = TimeSpan.FromDays(24);
        TroopProcess process = new(new TroopProcessOptions { ShutdownGrace = longest, KillGrace = longest });
        await process.InvokeAsync(() => { }).OrHang();
        await process.DisposeAsync().OrHang();
    }

    [Test]
    public void Missing_options_and_names_are_refused()
    {
        Assert.That(() => new TroopProcess(null!), Throws.ArgumentNullException);
        using AsyncDisposer process = new();
        Assert.That(() => process.Value.CreateTroop(null!), Throws.ArgumentNullException);
        Assert.That(() => process.Value.CreateTroop(" "), Throws.ArgumentException);
        Assert.That(() => process.Value.Main.Kill((string)null!), Throws.ArgumentNullException);
        Assert.That(() => process.Value.Main.Kill(""), Throws.ArgumentException);
        Assert.That(process.Value.Main.IsStopped, Is.False);
    }

    [TestCase(0)]
    [TestCase(-5)]
    public void A_limit_below_one_is_refused(int limit)
    {
        Assert.That(
            () => new TroopLimits { MaxThreads = limit },
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("MaxThreads must be at least 1")
        );
        Assert.That(
            () => new TroopLimits { MaxTasks = limit },
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("MaxTasks must be at least 1")
        );
    }

    [Test]
    public void The_defaults_are_those_that_are_documented()
    {
        TroopProcessOptions options = new();
        Assert.Multiple(() =>
        {
            Assert.That(options.Workers, Is.EqualTo(Environment.ProcessorCount));
            Assert.That(options.ShutdownGrace, Is.EqualTo(TimeSpan.FromSeconds(5)));
            Assert.That(options.KillGrace, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(options.Watchdog, Is.True);
            Assert.That(TroopLimits.None.MaxThreads, Is.Null);
            Assert.That(TroopLimits.None.MaxTasks, Is.Null);
        });
    }

    [Test]
    public async Task Many_more_workers_than_processors_work()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 64 });
        int[] results = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => process.InvokeAsync(() => i).AsTask())).OrHang();
        Assert.That(results.Sum(), Is.EqualTo(499_500));
        Assert.That(process.Workers, Is.EqualTo(64));
    }

    private static NUnit.Framework.Constraints.IResolveConstraint TooLong(string name) =>
        Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("between zero and 24 days").And.Property("ParamName").EqualTo(name);

    private sealed class AsyncDisposer : IDisposable
    {
        internal TroopProcess Value { get; } = new();

        public void Dispose() => Value.DisposeAsync().AsTask().OrHang().GetAwaiter().GetResult();
    }
}
