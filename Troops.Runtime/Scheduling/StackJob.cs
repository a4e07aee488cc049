using System.Runtime.ExceptionServices;
using Troops.Seams;

namespace Troops.Scheduling;

/// <summary>
/// The first segment of a task whose caller's stack is nearly used up. It runs on another kernel thread's stack while the caller's waits: the same turn, the same
/// <see cref="Worker"/>, so nothing else of the thread can run meanwhile.
/// </summary>
internal abstract class StackJob(Worker worker)
{
    private readonly Parker done = new();
    private ExecutionContext? context;
    private ExceptionDispatchInfo? fault;

    /// <summary>Runs the job on the stack of a spare and returns when it is done; false, without having run, if there are too many kernel threads.</summary>
    internal bool TryRun()
    {
        if (worker.Scheduler.Spares.Take() is not { } spare)
        {
            return false;
        }

        bool suppressed = ExecutionContext.IsFlowSuppressed();
        context = Ambient.Remove();
        spare.Job = this;
        spare.Parker.Unpark();
        done.Park();
        Ambient.Install(context);
        if (suppressed)
        {
            ExecutionContext.SuppressFlow();
        }

        fault?.Throw();
        return true;
    }

    /// <summary>Called on the kernel thread that lends its stack.</summary>
    internal void RunFor()
    {
        using Worker.Impersonation impersonation = worker.Impersonate();
        Ambient.Install(context);
        try
        {
            Body();
        }
        catch (Exception e)
        {
            // Handed to the caller's kernel thread, which rethrows it.
            fault = ExceptionDispatchInfo.Capture(e);
        }

        // The ambient state is the turn's: what the segment set goes back with it.
        context = Ambient.Remove();
    }

    internal void Finish() => done.Unpark();

    protected abstract void Body();
}
