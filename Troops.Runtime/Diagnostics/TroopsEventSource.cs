using System.Diagnostics.Tracing;

namespace Troops.Diagnostics;

/// <summary>What happened in the runtime, for anybody who listens ("Troops"). Writing an event that nobody listens to is one branch.</summary>
[EventSource(Name = DiagnosticNames.Source)]
internal sealed class TroopsEventSource : EventSource
{
    internal static readonly TroopsEventSource Log = new();

    private TroopsEventSource() { }

    [Event(1, Level = EventLevel.Warning, Message = "A task faulted and nobody has observed it yet: {0}: {1}")]
    internal void UnobservedFault(string thread, string fault)
    {
        if (IsEnabled())
        {
            WriteEvent(1, thread, fault);
        }
    }

    [Event(2, Level = EventLevel.Error, Message = "A thread faulted and nobody was joining it: {0}: {1}")]
    internal void ThreadFaulted(string thread, string fault)
    {
        if (IsEnabled())
        {
            WriteEvent(2, thread, fault);
        }
    }

    [Event(3, Level = EventLevel.Warning, Message = "A turn has kept its worker for {1} ms; its queue goes to a spare: {0}")]
    internal void StuckWorker(string thread, double milliseconds)
    {
        if (IsEnabled())
        {
            WriteEvent(3, thread, milliseconds);
        }
    }

    [Event(4, Level = EventLevel.Verbose, Message = "A turn used up its slice and goes on alone: {0}")]
    internal void HandOff(string thread)
    {
        if (IsEnabled())
        {
            WriteEvent(4, thread);
        }
    }

    [Event(5, Level = EventLevel.Error, Message = "There are {0} kernel threads; a stuck turn keeps its queue until one is free")]
    internal void OutOfKernelThreads(int count)
    {
        if (IsEnabled())
        {
            WriteEvent(5, count);
        }
    }

    [Event(6, Level = EventLevel.Warning, Message = "The troop {0} was killed: {1}")]
    internal void TroopKilled(string troop, string reason)
    {
        if (IsEnabled())
        {
            WriteEvent(6, troop, reason);
        }
    }

    [Event(7, Level = EventLevel.Warning, Message = "A thread was cut off at shutdown: {0}")]
    internal void ThreadCutOff(string thread)
    {
        if (IsEnabled())
        {
            WriteEvent(7, thread);
        }
    }

    [Event(8, Level = EventLevel.Error, Message = "A killed thread did not unwind in time and was given up; if it still runs, its kernel thread is lost: {0}")]
    internal void ThreadAbandoned(string thread)
    {
        if (IsEnabled())
        {
            WriteEvent(8, thread);
        }
    }

    [Event(20, Level = EventLevel.Error, Message = "A blocking call outlives its process, and its kernel thread is lost until it returns: {0}")]
    internal void BlockingCallLeftBehind(string call)
    {
        if (IsEnabled())
        {
            WriteEvent(20, call);
        }
    }

    [Event(21, Level = EventLevel.Error, Message = "A blocking call faulted after its wait had ended: {0}: {1}")]
    internal void BlockingCallFaultedLate(string call, string fault)
    {
        if (IsEnabled())
        {
            WriteEvent(21, call, fault);
        }
    }

    [Event(22, Level = EventLevel.Error, Message = "The trace of {0} could not be written and was ended: {1}")]
    internal void TraceFailed(string process, string fault)
    {
        if (IsEnabled())
        {
            WriteEvent(22, process, fault);
        }
    }

    [Event(23, Level = EventLevel.Informational, Message = "The trace of {0} was written; {1} records were dropped")]
    internal void TraceEnded(string process, long dropped)
    {
        if (IsEnabled())
        {
            WriteEvent(23, process, dropped);
        }
    }

    [Event(9, Level = EventLevel.Error, Message = "A handler of {0} threw: {1}")]
    internal void CallbackThrew(string what, string fault)
    {
        if (IsEnabled())
        {
            WriteEvent(9, what, fault);
        }
    }
}
