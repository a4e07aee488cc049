using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

/// <summary>What tasks cost, and that a frame is one task's for ever.</summary>
[TestFixture, Category("Unit")]
internal sealed class FrameTests
{
#if !DEBUG
    /// <summary>In Release: a debug build's state machines are objects.</summary>
    [Test]
    public async Task A_task_that_completes_inline_allocates_nothing()
    {
        long allocated = await InThread.Run(
            static async () =>
            {
                // The first calls build what .NET needs to run the methods at all.
                await Calls(1000);
                long before = GC.GetAllocatedBytesForCurrentThread();
                await Calls(1000);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            },
            workers: 1
        );

        Assert.That(allocated, Is.Zero);

        static async TroopTask<int> Calls(int times)
        {
            int sum = 0;
            for (int i = 0; i < times; i++)
            {
                await Steps.Pause(0);
                sum += await Chain(10);
                sum += await TroopTask.FromResult(i);
                await TroopTask.CompletedTask;
            }

            return sum;
        }

        static async TroopTask<int> Chain(int depth) => depth == 0 ? 1 : await Chain(depth - 1);
    }
#endif

    [Test]
    public Task A_frame_is_never_used_for_another_task() =>
        InThread.Run(static async () =>
        {
            TroopTask<int> first = Steps.Give(1, 1);
            await first;
            for (int i = 0; i < 10_000; i++)
            {
                TroopTask<int> next = Steps.Give(i, 1);
                if (ReferenceEquals(next.Core, first.Core))
                {
                    Assert.Fail("A frame was used again.");
                }

                await next;
            }

            await Expect.AwaitedTwice(async () => await first);
        });
}
