namespace Troops.Tasks;

/// <summary>The join of one thread of a <see cref="ForEachRun"/>.</summary>
internal sealed class ForEachJoin(ForEachRun run, TroopThread thread) : TaskCore(null), IJoin
{
    internal override string Name => "ForEach";

    public TaskCore? Earlier { get; set; }

    public bool Moves => true;

    public bool Deliver() => run.Ended(thread, thread.FaultFor(moves: true));

    public void DeliverInline() => Deliver();

    /// <summary>Never queued: nobody awaits it.</summary>
    internal override void Run() { }
}
