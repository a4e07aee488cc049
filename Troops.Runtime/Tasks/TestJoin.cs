namespace Troops.Tasks;

/// <summary>The join of a test's body: tells its end in the last turn of the thread, before anything else can happen.</summary>
internal sealed class TestJoin(TroopThread<Unit> target, Action ended) : Operation<Unit>(null), IJoin
{
    internal override string Name => "TroopTest.Run";

    public TaskCore? Earlier { get; set; }

    public bool Moves => true;

    public bool Deliver()
    {
        ended();
        return target.FaultFor(moves: true) is { } fault ? TryFail(fault) : TrySucceed(default);
    }

    public void DeliverInline() => Deliver();
}
