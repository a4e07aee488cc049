using Troops.Tasks;

namespace Troops.Sharing;

/// <summary>The join of the thread that makes a value: told of its end however it ends, so no waiter is left behind by a kill.</summary>
internal sealed class OnceJoin<[Shareable] T>(Once<T> once, TroopThread<T> maker) : TaskCore(null), IJoin
{
    internal override string Name => "Once";

    public TaskCore? Earlier { get; set; }

    public bool Moves => true;

    public bool Deliver() => maker.FaultFor(moves: true) is { } fault ? once.Ended(fault, default) : once.Ended(null, maker.ResultFor(moves: true));

    public void DeliverInline() => Deliver();

    /// <summary>Never queued: nobody awaits it.</summary>
    internal override void Run() { }
}
