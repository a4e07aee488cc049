using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

[TestFixture, Category("Unit")]
internal sealed class WhenAllTests
{
    [Test]
    public Task Results_come_in_the_order_of_the_tasks([Values(0, 1)] int pauses) =>
        InThread.Run(async () =>
        {
            int[] results = await TroopTask.WhenAll([Steps.Give(1, 3 * pauses), Steps.Give(2, pauses), Steps.Give(3, 0)]);
            Assert.That(results, Is.EqualTo([1, 2, 3]));

            (int first, string second) = await TroopTask.WhenAll(Steps.Give(1, 2 * pauses), Steps.Give("b", pauses));
            Assert.That((first, second), Is.EqualTo((1, "b")));

            (int First, string Second, char Third) three = await TroopTask.WhenAll(Steps.Give(1, pauses), Steps.Give("b", 0), Steps.Give('c', 2 * pauses));
            Assert.That(three, Is.EqualTo((1, "b", 'c')));

            (int First, string Second, char Third, bool Fourth) four = await TroopTask.WhenAll(
                Steps.Give(1, pauses),
                Steps.Give("b", 0),
                Steps.Give('c', 2 * pauses),
                Steps.Give(true, pauses)
            );
            Assert.That(four, Is.EqualTo((1, "b", 'c', true)));
        });

    [Test]
    public Task None_is_complete_at_once() =>
        InThread.Run(async () =>
        {
            Assert.That(TroopTask.WhenAll().IsCompleted, Is.True);
            TroopTask<int[]> none = TroopTask.WhenAll<int>();
            Assert.That(none.IsCompleted, Is.True);
            Assert.That(await none, Is.Empty);
        });

    [Test]
    public Task It_waits_for_all_also_if_an_early_one_faults() =>
        InThread.Run(async () =>
        {
            bool slowEnded = false;
            try
            {
                await TroopTask.WhenAll(Steps.Fault("early", 0), Slow());
                Assert.Fail("It swallowed a fault.");
            }
            catch (FormatException fault)
            {
                Assert.That(fault.Message, Is.EqualTo("early"));
                Assert.That(slowEnded, Is.True);
            }

            async TroopTask Slow()
            {
                await Steps.Pause(5);
                slowEnded = true;
            }
        });

    [Test]
    public async Task The_first_fault_in_order_is_thrown_and_the_others_are_reported([Values(0, 1)] int firstPauses, [Values(0, 3)] int secondPauses)
    {
        using ReportedFaults reported = new();
        string other = $"the other one {Guid.NewGuid()}";
        string? caught = null;
        Exception? fault = await InThread.Fault(async () =>
        {
            TroopTask<int> first = Steps.Fault<int>("the first", firstPauses);
            TroopTask<int> second = Steps.Fault<int>(other, secondPauses);
            try
            {
                await TroopTask.WhenAll(first, second);
            }
            catch (FormatException thrown)
            {
                caught = thrown.Message;
            }

            // The others are reported between two tasks of the thread.
            await TroopTask.Yield();
        });

        Assert.That(caught, Is.EqualTo("the first"));
        Assert.That(reported.CountOf(other), Is.EqualTo(1));
        Assert.That(fault, Is.TypeOf<FormatException>().With.Message.EqualTo(other), "nothing is swallowed: the thread ends with it");
    }

    [Test]
    public Task A_cancellation_is_thrown_if_there_is_no_other_fault_and_is_not_reported([Values] bool faults) =>
        InThread.Run(async () =>
        {
            using CancellationTokenSource source = new();
            TroopTask first = Wait(source.Token);
            TroopTask second = Wait(source.Token);
            TroopTask third = faults ? Fail() : Steps.Pause(1);
            source.Cancel();
            string? thrown = null;
            try
            {
                await TroopTask.WhenAll(first, second, third);
            }
            catch (Exception fault)
            {
                thrown = fault.GetType().Name;
            }

            // A fault that nobody has seen would be the thread's.
            Assert.That(thrown, Is.EqualTo(faults ? nameof(InvalidOperationException) : nameof(OperationCanceledException)));

            static async TroopTask Wait(CancellationToken token) => await TroopTask.Delay(Timeout.InfiniteTimeSpan, token);

            static async TroopTask Fail()
            {
                await TroopTask.Yield();
                throw new InvalidOperationException();
            }
        });

    [Test]
    public Task It_consumes_its_tasks_at_once([Values] bool completed) =>
        InThread.Run(async () =>
        {
            TroopTask<int> member = completed ? (await Steps.Ended(1)).Task : Steps.Give(1, 2);
            TroopTask all = TroopTask.WhenAll(Wrap(member), Steps.Pause(5));
            await Expect.AwaitedTwice(async () => await member);
            await all;

            TroopTask<int> second = completed ? (await Steps.Ended(2)).Task : Steps.Give(2, 2);
            TroopTask<(int First, int Second)> both = TroopTask.WhenAll(second, Steps.Give(3, 5));
            await Expect.AwaitedTwice(async () => await second);
            Assert.That(await both, Is.EqualTo((2, 3)));
        });

    [Test]
    public Task A_member_that_ends_early_cannot_be_awaited_before_the_others_have() =>
        InThread.Run(async () =>
        {
            TroopTask<int> early = Steps.Give(1, 1);
            TroopTask<(int First, int Second)> all = TroopTask.WhenAll(early, Steps.Give(2, 9));
            await Steps.Pause(4);
            await Expect.AwaitedTwice(async () => await early);
            Assert.That(await all, Is.EqualTo((1, 2)));
        });

    [Test]
    public Task It_takes_all_or_none_of_its_tasks() =>
        InThread.Run(async () =>
        {
            TroopTask<int> pending = Steps.Give(1, 3);
            TroopTask<int> used = (await Steps.Ended(2)).Task;
            await used;
            await Expect.AwaitedTwice(async () => await TroopTask.WhenAll(pending, used));
            await Expect.AwaitedTwice(async () => await TroopTask.WhenAll(pending, pending));
            Assert.That(await pending, Is.EqualTo(1));
        });

    [Test]
    public Task Joins_receives_and_bodies_can_be_waited_for_together() =>
        InThread.Run(async () =>
        {
            Channel<int> channel = new(1);
            TroopThread<string> thread = TroopThread.Start(async () =>
            {
                await channel.SendAsync(7);
                return "sent";
            });
            (string First, int Second, bool Third) all = await TroopTask.WhenAll(thread.Join(), channel.ReceiveAsync(), Steps.Give(true, 3));
            Assert.That(all, Is.EqualTo(("sent", 7, true)));
        });

    [Test]
    public Task Ten_thousand_tasks_are_waited_for() =>
        InThread.Run(async () =>
        {
            TroopTask<int>[] tasks = [.. Enumerable.Range(0, 10_000).Select(static i => Steps.Give(i, i % 4))];
            int[] results = await TroopTask.WhenAll(tasks);
            Assert.That(results, Is.EqualTo(Enumerable.Range(0, 10_000)));
        });

    [TroopTask]
    private static async TroopTask Wrap(TroopTask<int> task) => await task;
}
