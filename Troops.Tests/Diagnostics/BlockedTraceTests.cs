using Troops.Tests.Support;

namespace Troops.Tests.Diagnostics;

/// <summary>A trace whose output blocks: what one takes when something hangs must work all the same.</summary>
[Category("Unit")]
public sealed class BlockedTraceTests
{
    [Test]
    public async Task A_stream_that_blocks_holds_up_nobody_but_who_starts_the_trace()
    {
        TroopProcess process = new(
            new TroopProcessOptions
            {
                Workers = 1,
                ShutdownGrace = TimeSpan.Zero,
                KillGrace = TimeSpan.FromMilliseconds(50),
            }
        );
        using ManualResetEventSlim release = new();
        using BlockingStream blocking = new(release);
        Task start = Task.Run(() => process.StartTrace(blocking));
        await blocking.Reached.OrHang();

        await Task.Run(() => Assert.That(process.Dump().ToString(), Does.Contain("main"))).OrHang();
        await Task.Run(() => process.CreateTroop("meanwhile")).OrHang();
        await process.DisposeAsync().OrHang();

        release.Set();
        Assert.That(async () => await start.OrHang(), Throws.TypeOf<ObjectDisposedException>());
    }
}
