namespace Troops.Tests.Support;

/// <summary>The exception that something ends with in a thread; null if it ends well. Thrown at the call or at the await, which may differ from run to run.</summary>
internal static class FaultOf
{
    internal static async TroopTask<Exception?> Task(Func<TroopTask> start)
    {
        try
        {
            await start();
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    internal static async TroopTask<Exception?> Task<T>(Func<TroopTask<T>> start)
    {
        try
        {
            await start();
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
