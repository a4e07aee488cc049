namespace Troops.Tasks;

/// <summary>A join that gives no result.</summary>
internal sealed class JoinOperation(TroopThread? joining, TroopThread target, bool moves) : Operation<Unit>(joining), IJoin
{
    internal override string Name => "Join";

    internal override string Subject => target.Label;

    public TaskCore? Earlier { get; set; }

    public bool Moves => moves;

    public bool Deliver() => target.FaultFor(moves) is { } fault ? TryFail(fault) : TrySucceed(default);

    public void DeliverInline()
    {
        if (target.FaultFor(moves) is { } fault)
        {
            FailInline(fault);
        }
        else
        {
            SucceedInline(default);
        }
    }
}
