using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Unit")]
internal sealed class StealableDequeTests
{
    private readonly StealableDeque deque = new();

    [Test]
    public void An_empty_deque_gives_nothing_at_either_end()
    {
        Assert.Multiple(() =>
        {
            Assert.That(deque.PopNewest(), Is.Null);
            Assert.That(deque.TakeOldest(), Is.Null);
            Assert.That(deque.Count, Is.Zero);
        });
    }

    [Test]
    public void The_owner_pops_the_newest_and_a_thief_takes_the_oldest()
    {
        Push(1, 2, 3);
        Assert.Multiple(() =>
        {
            Assert.That(deque.PopNewest()!.Describe(), Does.EndWith(" 3"));
            Assert.That(deque.TakeOldest()!.Describe(), Does.EndWith(" 1"));
            Assert.That(deque.PopNewest()!.Describe(), Does.EndWith(" 2"));
            Assert.That(deque.PopNewest(), Is.Null);
        });
    }

    [Test]
    public void The_257th_thread_is_refused_until_one_has_left()
    {
        Push([.. Enumerable.Range(1, StealableDeque.Capacity)]);
        ScriptedThread extra = new(null!, 257);
        bool refused = !deque.TryPush(extra);
        deque.TakeOldest();
        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.True);
            Assert.That(deque.TryPush(extra), Is.True);
            Assert.That(deque.TryPush(new ScriptedThread(null!, 258)), Is.False);
            Assert.That(deque.PopNewest(), Is.SameAs(extra));
        });
    }

    [Test]
    public void A_wiped_deque_keeps_no_thread_alive()
    {
        List<WeakReference> passed = PassThrough(300);
        deque.Wipe();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.That(passed.Where(static thread => thread.IsAlive), Is.Empty);
        GC.KeepAlive(deque);
    }

    [Test]
    public void A_wipe_leaves_what_is_still_there()
    {
        Push(1, 2);
        deque.Wipe();
        Assert.That(deque.TakeOldest()!.Describe(), Does.EndWith(" 1"));
    }

    [Test]
    public void A_wiped_deque_works_on()
    {
        PassThrough(3);
        deque.Wipe();
        Push(7);
        Assert.That(deque.PopNewest()!.Describe(), Does.EndWith(" 7"));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private List<WeakReference> PassThrough(int count)
    {
        List<WeakReference> passed = [];
        for (int i = 0; i < count; i++)
        {
            ScriptedThread thread = new(null!, i);
            passed.Add(new WeakReference(thread));
            deque.TryPush(thread);
            _ = i % 2 == 0 ? deque.TakeOldest() : deque.PopNewest();
        }

        return passed;
    }

    private void Push(params int[] numbers)
    {
        foreach (int number in numbers)
        {
            Assert.That(deque.TryPush(new ScriptedThread(null!, number)), Is.True);
        }
    }
}
