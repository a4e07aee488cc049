using System.Runtime.ExceptionServices;
using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Seams;
using Troops.Tasks;

namespace Troops;

/// <summary>One test: its process, its time, and how it ends.</summary>
/// <remarks>
/// Under <c>gate</c>: <c>looks</c>, which counts the times that the process was seen quiet, and <c>bodyEnded</c>. A quiet process can only go on by a jump of the time, which is decided here, or
/// by something from outside; in both cases it is seen quiet again later, and counts once more. So a decision that was put off holds if the count is the same and the process is quiet.
/// <para>
/// The body's end is told by the join, inside the last turn of its thread and so before that worker can rest: from then on the time stands still, and the next time that
/// the process is quiet whoever is left is a leak.
/// </para>
/// </remarks>
internal sealed class TroopTestRun
{
    /// <summary>How long a jump waits for code outside, in real time.</summary>
    private static readonly TimeSpan ForeignGrace = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly TroopTestOptions options;
    private readonly VirtualTime time = new();
    private readonly TroopProcess process;
    private readonly List<string> faults = [];
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? hangs;
    private long looks;
    private bool bodyEnded;

    [Audited("the runtime's owners", "the list of faults has a lock, the other fields are read with Volatile", "2030-12-31")]
    internal TroopTestRun(TroopTestOptions options)
    {
        this.options = options;
        TroopProcessOptions setUp = new() { Workers = options.Workers, ShutdownGrace = TimeSpan.Zero };
        process = new TroopProcess(setUp, time) { LostFault = AddFault };
        process.Faulted += (_, fault) => AddFault(fault.Thread, fault.Fault);
        process.Scheduler.Quiet = Consider;
    }

    internal async Task Run(Delegate body)
    {
        Task<Unit> end = Start(body);
        string? problem = null;
        if (!await Outside.EndsWithin(settled.Task, options.Limit).ConfigureAwait(false))
        {
            problem = $"The test has not ended within {options.Limit} of real time.{Environment.NewLine}{Describe()}";
        }
        else if (Volatile.Read(ref hangs) is { } deadlock)
        {
            problem = deadlock;
        }
        else if (process.Troops().Any(static troop => troop.ThreadCount > 0))
        {
            problem = $"The body has ended, and these threads have not; join them, or cancel and join them.{Environment.NewLine}{Describe()}";
        }

        bool ended = Volatile.Read(ref bodyEnded);
        await process.DisposeAsync().ConfigureAwait(false);
        // A body that hung is ended by the disposal; what it says then was said above.
        Task<Exception?> fault = FaultOf(end);
        Conclude(ended ? await fault.ConfigureAwait(false) : null, problem);
    }

    private Task<Unit> Start(Delegate body) =>
        TroopThread.LaunchJoined<Unit, TestJoin>(process.Main, body, Ambient.Capture(), thread => new TestJoin(thread, BodyEnded)).OutsideTask;

    private static async Task<Exception?> FaultOf(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private void Conclude(Exception? thrown, string? problem)
    {
        lock (gate)
        {
            if (faults.Count > 0)
            {
                string list = $"Nobody has observed or joined these faults:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}";
                problem = problem is null ? list : $"{problem}{Environment.NewLine}{list}";
            }
        }

        if (thrown is not null)
        {
            if (problem is not null)
            {
                thrown.Data["Troops"] = problem;
            }

            ExceptionDispatchInfo.Throw(thrown);
        }

        if (problem is not null)
        {
            throw new TroopTestException(problem);
        }
    }

    private void AddFault(string thread, Exception fault)
    {
        lock (gate)
        {
            faults.Add($"  {thread}: {FaultText.Full(fault)}");
        }
    }

    private void BodyEnded()
    {
        lock (gate)
        {
            bodyEnded = true;
        }
    }

    /// <summary>The process is quiet. Called by whoever was the last to rest.</summary>
    private void Consider()
    {
        lock (gate)
        {
            if (!process.Scheduler.IsQuiet)
            {
                return;
            }

            looks++;
            if (WaitsForOutside)
            {
                PutOff(ForeignGrace, bodyEnded ? Settle : Jump);
            }
            else if (bodyEnded)
            {
                Settle();
            }
            else if (process.Scheduler.NextDeadline() == TimeSource.Never)
            {
                PutOff(options.DeadlockAfter, Deadlock);
            }
            else
            {
                Jump();
            }
        }
    }

    /// <summary>A task awaits something foreign, or a token's callbacks are on their way.</summary>
    private bool WaitsForOutside => Cancelling.IsUnderWay || Parked().Any(static thread => thread.WaitsForOutside);

    /// <summary>Does it later, if nothing has happened until then.</summary>
    private void PutOff(TimeSpan delay, Action decision)
    {
        long seen = looks;
        Outside.After(
            delay,
            () =>
            {
                lock (gate)
                {
                    if (looks == seen && process.Scheduler.IsQuiet)
                    {
                        decision();
                    }
                }
            }
        );
    }

    private void Settle() => settled.TrySetResult();

    private void Jump()
    {
        long next = process.Scheduler.NextDeadline();
        if (next != TimeSource.Never)
        {
            time.JumpTo(next);
            process.Scheduler.Ring();
        }
        else if (Cancelling.IsUnderWay)
        {
            // Nobody says when the callbacks are done, if they wake no thread.
            PutOff(ForeignGrace, Consider);
        }
    }

    private void Deadlock()
    {
        hangs =
            $"The test hangs: every thread waits, there is no timer, no blocking call and no foreign await that could end it, and nothing came from outside for {options.DeadlockAfter}.{Environment.NewLine}{Describe()}";
        Settle();
    }

    private string Describe()
    {
        List<string> lines = [];
        foreach (Worker worker in process.Scheduler.Workers())
        {
            if (worker is { IsInTurn: true, Thread: { } thread })
            {
                lines.Add($"  {thread.Describe()}: runs");
            }
        }

        lines.AddRange(Parked().Select(static thread => $"  {thread.Describe()}: {thread.DescribeWaits()}"));
        lines.AddRange(process.Scheduler.BlockingThreads.Running.Select(static call => $"  {call}: runs"));
        if (lines.Count == 0)
        {
            lines.Add("  threads that have not run yet");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private IEnumerable<TroopThread> Parked() => process.Troops().SelectMany(static troop => troop.Share.Registry.Snapshot()).Cast<TroopThread>();
}
