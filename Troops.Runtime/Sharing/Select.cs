using Troops.Seams;
using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>Waits for the first of several sends and receives: one of them is done, the others are not.</summary>
/// <remarks>
/// Usable from threads and from ordinary code. If several can be done at once, one is chosen at random, so that no case starves behind another. What waits stands in every channel's queue
/// in its order, as a send or receive of its own would.
/// <para>
/// All gates of the channels are entered, in the order of the channels, to look at the cases and to wait: as Go's select does. So no send can slip between the look and the wait.
/// </para>
/// </remarks>
/// <example><code>
/// ReceiveCase&lt;Job&gt; job = jobs.ReceiveCase();
/// SendCase&lt;Report&gt; report = reports.SendCase(next);
/// switch (await Select.WaitAsync([job, report], TimeSpan.FromSeconds(1)))
/// {
///     case 0: Handle(job.Value); break;
///     case 1: report.Value = Next(); break;
///     case Select.TimedOut: ...
/// }
/// </code></example>
public static class Select
{
    /// <summary>What <see cref="WaitAsync(ReadOnlySpan{SelectCase}, TimeSpan, CancellationToken)"/> gives if no case could be done in time.</summary>
    public const int TimedOut = -1;

    /// <summary>What <see cref="Try"/> gives if no case can be done now.</summary>
    public const int None = -1;

    /// <summary>Does one of the cases and gives its index; waits until one can be done.</summary>
    /// <exception cref="ArgumentException">There is no case, or one is named twice.</exception>
    /// <exception cref="System.Threading.Channels.ChannelClosedException">The channel of a send is closed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; nothing was sent or received.</exception>
    /// <exception cref="InvalidOperationException">A channel belongs to another troop; a case waits in another select; the process's TimeProvider threw.</exception>
    public static TroopTask<int> WaitAsync(ReadOnlySpan<SelectCase> cases, CancellationToken cancellationToken = default) =>
        WaitAsync(cases, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>As <see cref="WaitAsync(ReadOnlySpan{SelectCase}, CancellationToken)"/>, up to <paramref name="timeout"/>; then <see cref="TimedOut"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <inheritdoc cref="WaitAsync(ReadOnlySpan{SelectCase}, CancellationToken)"/>
    public static TroopTask<int> WaitAsync(ReadOnlySpan<SelectCase> cases, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout),
                timeout,
                "The time limit of a select is zero or more, or Timeout.InfiniteTimeSpan for none."
            );
        }

        cancellationToken.ThrowIfCancellationRequested();
        TroopThread? thread = Enter(cases);
        SelectOperation? waiting = timeout == TimeSpan.Zero ? null : new SelectOperation(thread, cases.ToArray());
        int chosen = DoOne(cases, waiting);
        if (chosen != None || waiting is null)
        {
            return new TroopTask<int>(chosen);
        }

        if (timeout != Timeout.InfiniteTimeSpan)
        {
            waiting.TimeOutAfter(timeout);
        }

        waiting.CancelBy(cancellationToken);
        return new TroopTask<int>(waiting);
    }

    /// <summary>Does one of the cases if that needs no waiting, and gives its index; else <see cref="None"/>: the default case.</summary>
    /// <inheritdoc cref="WaitAsync(ReadOnlySpan{SelectCase}, CancellationToken)"/>
    public static int Try(params ReadOnlySpan<SelectCase> cases)
    {
        Enter(cases);
        return DoOne(cases, null);
    }

    private static TroopThread? Enter(ReadOnlySpan<SelectCase> cases)
    {
        if (cases.IsEmpty)
        {
            throw new ArgumentException("A select needs at least one case: it would wait for ever.", nameof(cases));
        }

        TroopThread? thread = null;
        for (int i = 0; i < cases.Length; i++)
        {
            SelectCase one = cases[i] ?? throw new ArgumentException("A case is null.", nameof(cases));
            if (cases[..i].Contains(one))
            {
                throw new ArgumentException("A case is named twice: make a second one.", nameof(cases));
            }

            if (one.Waits)
            {
                throw new InvalidOperationException("A case waits in another select: await that first, or make another case.");
            }

            thread = one.Enter();
        }

        return thread;
    }

    /// <summary>The index of the case that was done; else <see cref="None"/>, and <paramref name="waiting"/> stands in all queues.</summary>
    private static int DoOne(ReadOnlySpan<SelectCase> cases, SelectOperation? waiting)
    {
        SelectCase[] gates = cases.ToArray();
        Array.Sort(gates, static (one, other) => one.Order.CompareTo(other.Order));
        while (true)
        {
            int chosen;
            SelectRest? rest;
            EnterGates(gates);
            try
            {
                chosen = Look(cases, out rest);
                if (chosen == None)
                {
                    waiting?.Queue();
                    return None;
                }
            }
            finally
            {
                ExitGates(gates);
            }

            if (rest is null || rest())
            {
                return chosen;
            }
        }
    }

    private static int Look(ReadOnlySpan<SelectCase> cases, out SelectRest? rest)
    {
        int start = cases.Length == 1 ? 0 : Randomness.Shared(cases.Length);
        for (int i = 0; i < cases.Length; i++)
        {
            int index = (start + i) % cases.Length;
            if (cases[index].TryNow(out rest))
            {
                return index;
            }
        }

        rest = null;
        return None;
    }

    private static void EnterGates(SelectCase[] ordered)
    {
        for (int i = 0; i < ordered.Length; i++)
        {
            if (i == 0 || ordered[i].Order != ordered[i - 1].Order)
            {
                ordered[i].EnterGates();
            }
        }
    }

    private static void ExitGates(SelectCase[] ordered)
    {
        for (int i = 0; i < ordered.Length; i++)
        {
            if (i == 0 || ordered[i].Order != ordered[i - 1].Order)
            {
                ordered[i].ExitGates();
            }
        }
    }
}
