namespace Troops.Tasks;

/// <summary>The caller's task of a <see cref="ForEachRun"/> waits for the end of one of its threads, or of all.</summary>
internal sealed class ForEachWait(TroopThread thread) : Operation<Unit>(thread)
{
    internal override string Name => "ForEach";
}
