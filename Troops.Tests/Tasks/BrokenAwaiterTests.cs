using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

/// <summary>Awaiters that throw, call back too often or not where they should: the body goes on where it was, once.</summary>
[TestFixture, Category("Unit")]
internal sealed class BrokenAwaiterTests
{
    public enum Callback
    {
        Never,
        Inline,
        Later,
        Twice,
    }

    [Test]
    public async Task A_body_that_catches_what_an_awaiter_throws_goes_on_where_it_was(
        [Values] bool critical,
        [Values] bool inFirstSegment,
        [Values] Callback callback
    )
    {
        Assert.That(await InThread.Run(Body), Is.EqualTo("start caught 42 yielded later"));

        async TroopTask<string> Body()
        {
            if (!inFirstSegment)
            {
                await TroopTask.Yield();
            }

            string trace = "start";
            int local = 42;
            try
            {
                if (critical)
                {
                    await new CriticalAwaitable(Throw, getResult: WrongResult);
                }
                else
                {
                    await new CustomAwaitable(Throw, getResult: WrongResult);
                }

                trace += " awaited";
            }
            catch (FormatException)
            {
                trace += " caught";
            }

            trace += $" {local}";
            await TroopTask.Yield();
            trace += " yielded";
            await PoolSignals.Later();
            return trace + " later";
        }

        void Throw(Action done)
        {
            Call(callback, done);
            throw new FormatException();
        }

        static int WrongResult() => throw new InvalidOperationException("The body was resumed at an await that it had left.");
    }

    [Test]
    public async Task A_callback_counts_once([Values(Callback.Inline, Callback.Later, Callback.Twice)] Callback callback, [Values] bool critical)
    {
        int resumed = await InThread.Run(async () =>
        {
            int count = 0;
            for (int i = 0; i < 1000; i++)
            {
                if (critical)
                {
                    await new CriticalAwaitable(done => Call(callback, done));
                }
                else
                {
                    await new CustomAwaitable(done => Call(callback, done));
                }

                count++;
                // A second resumption would come in here.
                await TroopTask.Yield();
            }

            return count;
        });

        Assert.That(resumed, Is.EqualTo(1000));
    }

    [Test]
    public async Task A_callback_that_comes_after_the_thread_has_ended_finds_nobody()
    {
        Action late = static () => Assert.Fail("There was no callback.");
        await InThread.Run(async () =>
        {
            await new CustomAwaitable(done =>
            {
                late = done;
                done();
            });
        });

        Assert.That(late, Throws.Nothing);
    }

    [Test]
    public async Task A_callback_from_many_kernel_threads_at_once_counts_once()
    {
        int resumed = await InThread.Run(async () =>
        {
            int count = 0;
            for (int i = 0; i < 50; i++)
            {
                await new CriticalAwaitable(static done =>
                {
                    for (int caller = 0; caller < 4; caller++)
                    {
                        PoolSignals.OnKernelThread(done);
                    }
                });
                count++;
            }

            return count;
        });

        Assert.That(resumed, Is.EqualTo(50));
    }

    private static void Call(Callback callback, Action done)
    {
        switch (callback)
        {
            case Callback.Inline:
                done();
                break;
            case Callback.Later:
                PoolSignals.OnPool(done);
                break;
            case Callback.Twice:
                done();
                PoolSignals.OnPool(done);
                break;
        }
    }
}
