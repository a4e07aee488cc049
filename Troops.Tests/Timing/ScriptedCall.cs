using Troops.Scheduling;
using Troops.Tests.Support;

namespace Troops.Tests.Timing;

/// <summary>A blocking call without an operation.</summary>
internal sealed class ScriptedCall(Action body) : IBlockingCall
{
    private readonly OneSignal ended = new();

    public string Name => "scripted call";

    internal Task Ended => ended.Task;

    public void Call()
    {
        body();
        ended.Set();
    }
}
