namespace Troops.Scheduling;

/// <summary>A call that may block its kernel thread.</summary>
internal interface IBlockingCall
{
    /// <summary>For messages.</summary>
    string Name { get; }

    /// <summary>Calls, and tells who waits. Keeps what the call throws.</summary>
    void Call();
}
