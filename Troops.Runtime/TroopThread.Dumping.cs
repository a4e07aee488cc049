using System.Collections.Immutable;
using Troops.Diagnostics;
using Troops.Scheduling;
using Troops.Seams;
using Troops.Tasks;

namespace Troops;

/// <content>How a dump looks at a thread.</content>
/// <remarks>
/// A parked thread is held still: the dump takes its inbox word away from <c>Parked</c>, as a wake-up would, and so stands where a turn would stand: it reads what belongs to the turn, then
/// parks the thread again, or queues it if something came. A push meanwhile finds an active thread and leaves the queueing to the holder; a kill finds it active too, so
/// the holder looks at the stage after the park, as a turn does.
/// <para>
/// A thread that is queued or in a turn is read as it runs: references and flags only, each read whole; a list that changes under the reader may lead astray, so the walk is bounded and
/// ends where a task is not of this thread.
/// </para>
/// </remarks>
public abstract partial class TroopThread
{
    private const int MostTasksSeenRunning = 1_000;

    /// <summary>"thread 17" or "thread 'reader'".</summary>
    internal string Label => Name is { } name ? $"thread '{name}'" : $"thread {GivenId}";

    internal override Delegate? NotStartedBody => Volatile.Read(ref current) as Delegate;

    private protected override string? GivenName => Name;

    private protected override string TroopName => Troop.Name;

    /// <summary>What the thread was started with; null after its first segment.</summary>
    private string? StartName => NotStartedBody is { } start ? BodyName.Of(start) : null;

    /// <summary>Null if the thread has ended.</summary>
    internal ThreadDump? Dump(DumpBuilder builder)
    {
        bool held = Inbox.TryUnpark(ref InboxWord);
        if (!held && Volatile.Read(ref InboxWord) == Inbox.Ended)
        {
            return null;
        }

        ThreadDumpState state =
            held ? ThreadDumpState.Parked
            : builder.IsInTurn(this) ? ThreadDumpState.Running
            : ThreadDumpState.Queued;
        ImmutableArray<TaskDump> found;
        try
        {
            found = held ? HeldTasks(builder) : PassingTasks(builder, state);
        }
        finally
        {
            if (held)
            {
                ParkAgain();
            }
        }

        return new ThreadDump(GivenId, Name, state, CoarseClock.Since(StartedAt), found);
    }

    private void ParkAgain()
    {
        TroopShare share = Share;
        KillStage stage = seenStage;
        if (!Inbox.TryPark(ref InboxWord))
        {
            share.Scheduler.Queue(this);
        }
        else if (share.Stage != stage)
        {
            // Pairs with TroopShare.Kill, as the park of a turn does.
            Unpark();
        }
    }

    private ImmutableArray<TaskDump> HeldTasks(DumpBuilder builder)
    {
        for (TaskCore? task = tasks; task is not null; task = task.Sibling)
        {
            int innermost = builder.Count;
            for (TaskCore? one = task; one is { IsCompleted: false }; one = Outwards(one))
            {
                // An operation that the body returned as it is waits for itself.
                builder.Add(one, TaskDumpState.Waiting, one.WaitsFor ?? one);
            }

            builder.Reverse(innermost);
        }

        return builder.Take();
    }

    private ImmutableArray<TaskDump> PassingTasks(DumpBuilder builder, ThreadDumpState state)
    {
        TaskCore? resumed = state == ThreadDumpState.Running ? Volatile.Read(ref current) as TaskCore : null;
        int left = MostTasksSeenRunning;
        TaskCore? task = Volatile.Read(ref tasks);
        while (task is not null && task.Thread == this && left > 0)
        {
            left--;
            AddOutwards(builder, task, resumed, ref left);
            task = Volatile.Read(ref task.Sibling);
        }

        AddUnlinked(builder, resumed, resumed, ref left);
        InboxNode? newest = ready.Newest;
        for (InboxNode? node = newest?.Next ?? newest; node is not null && left > 0; node = node == newest ? null : node.Next)
        {
            left--;
            AddUnlinked(builder, node as TaskCore, resumed, ref left);
        }

        if (resumed is null && (state == ThreadDumpState.Running || builder.MayName) && StartName is { } name)
        {
            builder.Add(name, state == ThreadDumpState.Running ? TaskDumpState.Running : TaskDumpState.Ready);
        }

        return builder.Take();
    }

    private void AddUnlinked(DumpBuilder builder, TaskCore? task, TaskCore? resumed, ref int left)
    {
        if (task is not null && task.Has(TaskFlags.Adopted) && !task.Has(TaskFlags.Linked))
        {
            AddOutwards(builder, task, resumed, ref left);
        }
    }

    private void AddOutwards(DumpBuilder builder, TaskCore task, TaskCore? resumed, ref int left)
    {
        int innermost = builder.Count;
        for (TaskCore? one = task; one is { IsCompleted: false } && one.Thread == this && left > 0; one = Outwards(one))
        {
            left--;
            AddPassing(builder, one, resumed);
        }

        builder.Reverse(innermost);
    }

    private static void AddPassing(DumpBuilder builder, TaskCore task, TaskCore? resumed)
    {
        if (task == resumed)
        {
            builder.Add(task, TaskDumpState.Running, null);
        }
        else if (task.WaitsFor is { } waited)
        {
            builder.Add(task, TaskDumpState.Waiting, waited);
        }
        else
        {
            builder.Add(task, TaskDumpState.Ready, null);
        }
    }
}
