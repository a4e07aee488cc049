using Troops.Scheduling;
using Troops.Seams;

namespace Troops.Tests.Scheduling;

/// <summary>
/// Threads that throw balls to each other through inboxes, park when they have none, and now and then let a new child throw instead of them. A lost wake-up leaves a ball lying
/// for ever; a thread that runs twice at a time, or a ball that comes twice, is counted.
/// </summary>
internal sealed class BallGame : IDisposable
{
    private readonly SchedulerBench bench;
    private readonly ScriptedThread[] players;
    private readonly CountdownEvent flying;
    private readonly int childEvery;
    private readonly int dwell;
    private int duplicates;
    private long children;

    /// <param name="bench">Where the players run.</param>
    /// <param name="players">Threads.</param>
    /// <param name="balls">Wake-ups under way at a time.</param>
    /// <param name="childEvery">Each so many throws are made by a new thread; 0: never.</param>
    /// <param name="dwell">A throw takes about so many spins: turns last, and are met by whoever takes queues away.</param>
    /// <param name="troops">The players are dealt out to so many troops.</param>
    internal BallGame(SchedulerBench bench, int players, int balls, int childEvery = 0, int troops = 1, int dwell = 0)
    {
        this.bench = bench;
        this.childEvery = childEvery;
        this.dwell = dwell;
        TroopShare[] shares = [.. Enumerable.Range(0, troops).Select(_ => bench.NewShare())];
        this.players = [.. Enumerable.Range(0, players).Select(number => new ScriptedThread(shares[number % troops], number, Turn))];
        flying = new CountdownEvent(balls);
    }

    internal long Children => Interlocked.Read(ref children);

    internal bool IsOver => flying.IsSet;

    public void Dispose() => flying.Dispose();

    /// <summary>Throws the balls in from the calling kernel thread.</summary>
    internal void Begin(int throwsEach)
    {
        foreach (ScriptedThread player in players)
        {
            bench.Scheduler.QueueChild(player);
        }

        for (int i = 0; i < flying.InitialCount; i++)
        {
            players[i % players.Length].Send(new Ball(throwsEach));
        }
    }

    internal void AssertEndsInOrder()
    {
        bool ended = flying.Wait(SchedulerBench.DeadlockGuard);
        string queues = string.Join(
            "; ",
            bench.Scheduler.Queues.Select(static queue => $"empty {queue.IsEmpty}, stealable {queue.HasStealable()}, in turn {queue.Owner?.IsInTurn}")
        );
        Assert.Multiple(() =>
        {
            Assert.That(
                ended,
                Is.True,
                $"{flying.CurrentCount} balls were lost; sleeping {bench.Scheduler.Idle.Sleeping}; injected {bench.Scheduler.HasInjected}; {queues}"
            );
            Assert.That(duplicates, Is.Zero, "a ball came twice");
            Assert.That(players.Sum(static player => player.Overlaps), Is.Zero, "a thread ran twice at a time");
        });
    }

    private TurnEnd Turn(ScriptedThread me, Worker worker)
    {
        Randomness randomness = new((uint)(me.Number * 7919) + (uint)worker.Turns);
        while (true)
        {
            for (InboxNode? node = Inbox.Drain(ref me.InboxWord, out _); node is not null; )
            {
                Ball ball = (Ball)node;
                node = ball.Next;
                Throw(ball, ref randomness);
            }

            if (me.TryPark())
            {
                return TurnEnd.Left;
            }

            if (randomness.Next(4) == 0)
            {
                return TurnEnd.Requeue;
            }
        }
    }

    private void Throw(Ball ball, ref Randomness randomness)
    {
        if (!ball.TryCatch())
        {
            Interlocked.Increment(ref duplicates);
        }

        if (ball.Left-- == 0)
        {
            flying.Signal();
            return;
        }

        if (dwell > 0)
        {
            // Mostly short, so that the queue is entered often; now and then longer than it takes to ask for it.
            Thread.SpinWait(randomness.Next(randomness.Next(20) == 0 ? 50 * dwell : dwell));
        }

        ScriptedThread to = players[randomness.Next(players.Length)];
        bool byChild = childEvery > 0 && ball.Left % childEvery == 0;
        ball.LetGo();
        if (byChild)
        {
            Interlocked.Increment(ref children);
            bench.Scheduler.QueueChild(
                new ScriptedThread(
                    to.Share,
                    -1,
                    (_, _) =>
                    {
                        to.Send(ball);
                        return TurnEnd.Left;
                    }
                )
            );
        }
        else
        {
            to.Send(ball);
        }
    }
}
