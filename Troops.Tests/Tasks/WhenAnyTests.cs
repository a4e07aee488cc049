using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

[TestFixture, Category("Unit")]
internal sealed class WhenAnyTests
{
    [Test]
    public Task It_gives_the_index_of_the_first_to_end() =>
        InThread.Run(async () =>
        {
            TroopTask[] tasks = [Steps.Pause(6), Steps.Pause(2), Steps.Pause(9)];
            Assert.That(await TroopTask.WhenAny(tasks), Is.EqualTo(1));
            await TroopTask.WhenAll(tasks);
        });

    [Test]
    public Task One_that_has_ended_is_given_at_once() =>
        InThread.Run(async () =>
        {
            TroopTask<int> slow = Steps.Give(1, 5);
            TroopTask<int> ended = (await Steps.Ended(2)).Task;
            TroopTask<int> any = TroopTask.WhenAny(slow, ended, Steps.Give(3, 0));
            Assert.That(any.IsCompleted, Is.True);
            Assert.That(await any, Is.EqualTo(1));
            Assert.That(await ended, Is.EqualTo(2));
            Assert.That(await slow, Is.EqualTo(1));
        });

    [Test]
    public Task It_consumes_none_so_that_a_loop_can_take_them_one_by_one() =>
        InThread.Run(async () =>
        {
            List<TroopTask<int>> tasks = [.. Enumerable.Range(0, 100).Select(static i => Steps.Give(i, 1 + (i * 7 % 50)))];
            List<int> results = [];
            while (tasks.Count > 0)
            {
                int index = await TroopTask.WhenAny(tasks.ToArray());
                Assert.That(tasks[index].IsCompleted, Is.True);
                results.Add(await tasks[index]);
                tasks.RemoveAt(index);
            }

            Assert.That(results, Is.EquivalentTo(Enumerable.Range(0, 100)));
        });

    [Test]
    public Task A_fault_is_for_whoever_awaits_the_task_later([Values(0, 2)] int pauses) =>
        InThread.Run(async () =>
        {
            TroopTask<int> faulting = Steps.Fault<int>("late", pauses);
            TroopTask<int> slow = Steps.Give(1, 8);
            Assert.That(await TroopTask.WhenAny(faulting, slow), Is.Zero);
            Exception? caught = null;
            try
            {
                await faulting;
            }
            catch (FormatException fault)
            {
                caught = fault;
            }

            Assert.That(caught, Has.Message.EqualTo("late"));
            Assert.That(await slow, Is.EqualTo(1));
        });

    [Test]
    public async Task A_faulted_member_that_nobody_awaits_faults_the_thread([Values(0, 2)] int pauses)
    {
        Exception? fault = await InThread.Fault(async () =>
        {
            TroopTask faulting = Steps.Fault("nobody awaits it", pauses);
            await TroopTask.WhenAny(faulting, Steps.Pause(8));
        });

        Assert.That(fault, Is.TypeOf<FormatException>().With.Message.EqualTo("nobody awaits it"));
    }

    [Test]
    public Task Members_can_be_awaited_and_watched_by_others_meanwhile() =>
        InThread.Run(async () =>
        {
            List<string> order = [];
            TroopTask<int> a = Steps.Give(1, 3);
            TroopTask<int> b = Steps.Give(2, 6);
            TroopTask<int> c = Steps.Give(3, 9);
            TroopTask first = Note("a or b", TroopTask.WhenAny(a, b), 0);
            TroopTask second = Note("b or c", TroopTask.WhenAny(b, c), 0);
            TroopTask awaited = Note("b", b, 2);
            TroopTask third = Note("c or b", TroopTask.WhenAny(c, b), 1);
            await TroopTask.WhenAll(first, second, awaited, third);
            Assert.That(order, Is.EquivalentTo(["a or b", "b or c", "b", "c or b"]));
            Assert.That(await a, Is.EqualTo(1));
            Assert.That(await c, Is.EqualTo(3));
            await Expect.AwaitedTwice(async () => await b);

            async TroopTask Note(string name, TroopTask<int> task, int expected)
            {
                Assert.That(await task, Is.EqualTo(expected), name);
                order.Add(name);
            }
        });

    [Test]
    public Task The_same_member_twice_counts_once() =>
        InThread.Run(async () =>
        {
            TroopTask<int> task = Steps.Give(5, 3);
            Assert.That(await TroopTask.WhenAny(task, task), Is.AnyOf(0, 1));
            Assert.That(await task, Is.EqualTo(5));
        });

    [Test]
    public Task A_receive_that_lost_keeps_waiting_and_gets_its_value() =>
        InThread.Run(async () =>
        {
            Channel<int> quick = new(1);
            Channel<int> late = new(1);
            TroopTask<int> loser = late.ReceiveAsync();
            TroopTask<int> winner = quick.ReceiveAsync();
            quick.TrySend(1);
            Assert.That(await TroopTask.WhenAny(loser, winner), Is.EqualTo(1));
            Assert.That(await winner, Is.EqualTo(1));
            late.TrySend(2);
            Assert.That(await loser, Is.EqualTo(2));
        });

    [Test]
    public async Task With_nothing_to_wait_for_it_throws_at_once()
    {
        Exception? mistake = await InThread.Fault(static async () => await TroopTask.WhenAny(ReadOnlySpan<TroopTask>.Empty));
        Assert.That(mistake, Is.TypeOf<ArgumentException>().With.Message.Contains("at least one task"));
    }
}
