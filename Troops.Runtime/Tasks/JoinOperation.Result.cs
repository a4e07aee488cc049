namespace Troops.Tasks;

/// <summary>A join that gives the thread's result: moved, or shared.</summary>
internal sealed class JoinOperation<T>(TroopThread? joining, TroopThread<T> target, bool moves) : Operation<T>(joining), IJoin
{
    internal override string Name => "Join";

    internal override string Subject => target.Label;

    public TaskCore? Earlier { get; set; }

    public bool Moves => moves;

    public bool Deliver() => target.FaultFor(moves) is { } fault ? TryFail(fault) : TrySucceed(target.ResultFor(moves));

    public void DeliverInline()
    {
        if (target.FaultFor(moves) is { } fault)
        {
            FailInline(fault);
        }
        else
        {
            SucceedInline(target.ResultFor(moves));
        }
    }
}
