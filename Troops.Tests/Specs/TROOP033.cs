// A result that many may ask for.
using System.Collections.Immutable;
using Troops;
static partial class Results
{
    [TroopTask]
    internal static async TroopTask<int> Use()
    {
        TroopThread<List<int>> thread = TroopThread.Start(static () => new List<int>());
        List<int> mine = await thread.Completion; //! TROOP033 [thread.Completion] 'TroopThread<T>.Completion' gives List<int> (mutable) to everybody who asks; Join the thread once, which moves its result, or return something immutable
        List<int> moved = await thread.Join();
        TroopThread<ImmutableArray<int>> good = TroopThread.Start(static () => ImmutableArray.Create(1));
        await TroopThread.Start(static () => { }).Completion;
        return (await good.Completion).Length + mine.Count + moved.Count;
    }
}
