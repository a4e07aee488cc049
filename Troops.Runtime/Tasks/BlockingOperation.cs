using Troops.Diagnostics;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>The wait for a call that blocks a kernel thread. If the wait ends first, the call runs on, and what it throws then is reported.</summary>
internal sealed class BlockingOperation<T>(TroopThread? thread, Delegate call) : Operation<T>(thread), IBlockingCall
{
    private readonly ExecutionContext? context = Ambient.Capture();

    internal override string Name => "Blocking.Run";

    string IBlockingCall.Name => $"{Name} of {call.Method.Name}{(Thread is null ? "" : $", called by {Thread.Describe()}")}";

    public void Call()
    {
        if (IsClaimed || Thread is { Share.Killed: true })
        {
            // Nobody waits any more, or will be let: and nothing has begun.
            return;
        }

        Ambient.Install(context);
        try
        {
            T result = Invoke();
            TrySucceed(result);
        }
        catch (Exception fault)
        {
            if (!TryFail(fault))
            {
                TroopsEventSource.Log.BlockingCallFaultedLate(((IBlockingCall)this).Name, FaultText.Full(fault));
            }
        }
        finally
        {
            Ambient.Remove();
        }
    }

    private T Invoke()
    {
        if (call is Func<T> function)
        {
            return function();
        }

        ((Action)call)();
        return default!;
    }
}
