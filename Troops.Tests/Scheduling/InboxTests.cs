using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Unit")]
internal sealed class InboxTests
{
    private InboxNode? word;

    [SetUp]
    public void BeginActive() => word = null;

    [Test]
    public void What_was_pushed_first_is_drained_first()
    {
        for (int i = 1; i <= 3; i++)
        {
            Assert.That(Push(i), Is.EqualTo(PushOutcome.Delivered));
        }

        InboxNode? oldest = Inbox.Drain(ref word, out InboxNode? newest);
        Assert.Multiple(() =>
        {
            Assert.That(Letter.Read(oldest), Is.EqualTo(["0.1", "0.2", "0.3"]));
            Assert.That(((Letter)newest!).Number, Is.EqualTo(3));
            Assert.That(newest.Next, Is.Null);
            Assert.That(word, Is.Null);
        });
    }

    [Test]
    public void An_empty_inbox_drains_to_nothing()
    {
        Assert.That(Inbox.Drain(ref word, out InboxNode? newest), Is.Null);
        Assert.That(newest, Is.Null);
    }

    [Test]
    public void Only_the_first_push_to_a_parked_thread_must_queue_it()
    {
        Assert.That(Inbox.TryPark(ref word), Is.True);
        PushOutcome[] outcomes = [Push(1), Push(2), Push(3)];
        Assert.That(outcomes, Is.EqualTo([PushOutcome.MustQueue, PushOutcome.Delivered, PushOutcome.Delivered]));
        Assert.That(Letter.Read(Inbox.Drain(ref word, out _)), Is.EqualTo(["0.1", "0.2", "0.3"]));
    }

    [Test]
    public void What_came_after_the_last_drain_prevents_the_park()
    {
        Push(1);
        Assert.That(Inbox.TryPark(ref word), Is.False);
        Inbox.Drain(ref word, out _);
        Assert.That(Inbox.TryPark(ref word), Is.True);
    }

    [Test]
    public void What_came_after_the_last_drain_prevents_the_end()
    {
        Push(1);
        Assert.That(Inbox.TryEnd(ref word), Is.False);
        Inbox.Drain(ref word, out _);
        Assert.That(Inbox.TryEnd(ref word), Is.True);
    }

    [Test]
    public void A_push_to_an_ended_thread_leaves_the_node_to_the_pusher()
    {
        Inbox.TryEnd(ref word);
        Letter letter = new(0, 1);
        Letter next = new(0, 2);
        letter.Next = next;
        Assert.That(Inbox.Push(ref word, letter), Is.EqualTo(PushOutcome.Ended));
        Assert.That(letter.Next, Is.SameAs(next));
    }

    [Test]
    public void An_ended_thread_neither_parks_nor_wakes()
    {
        Inbox.TryEnd(ref word);
        Assert.Multiple(() =>
        {
            Assert.That(Inbox.TryPark(ref word), Is.False);
            Assert.That(Inbox.TryUnpark(ref word), Is.False);
            Assert.That(word, Is.SameAs(Inbox.Ended));
        });
    }

    [Test]
    public void Unparking_takes_the_duty_to_queue_from_later_pushes()
    {
        Inbox.TryPark(ref word);
        Assert.Multiple(() =>
        {
            Assert.That(Inbox.TryUnpark(ref word), Is.True);
            Assert.That(Inbox.TryUnpark(ref word), Is.False);
            Assert.That(Push(1), Is.EqualTo(PushOutcome.Delivered));
        });
    }

    [Test]
    public void Unparking_an_active_thread_changes_nothing()
    {
        Assert.That(Inbox.TryUnpark(ref word), Is.False);
        Push(1);
        Assert.That(Inbox.TryUnpark(ref word), Is.False);
        Assert.That(Letter.Read(Inbox.Drain(ref word, out _)), Is.EqualTo(["0.1"]));
    }

    private PushOutcome Push(int number) => Inbox.Push(ref word, new Letter(0, number));
}
