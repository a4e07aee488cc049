using System.Runtime.CompilerServices;
using Troops;
using Troops.Sharing;
using Troops.Tests.Support;

[assembly: TroopBodies(
    "/src/shop/Shop.cs",
    "__troop_Run_11aa=HandCopies.Run:7",
    "__troop_Sum_22bb=HandCopies.Sum:10",
    "__troop_Loop_33cc=HandCopies.Loop:20",
    "__troop_Loop_33cc=Other.Loop:99"
)]

namespace Troops.Tests.Tasks.Copies;

/// <summary>Task bodies as the generator copies them, written by hand.</summary>
internal static class HandCopies
{
    /// <summary>Loops until told to stop, and spends at each back-edge.</summary>
    [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
    internal static async TroopTask<int> __troop_Loop_33cc(Func<bool> isOver)
    {
        int rounds = 0;
        while (!isOver())
        {
            if (TroopFuel.Spend())
            {
                await TroopFuel.Refill(23);
            }

            rounds++;
        }

        return rounds;
    }

    internal static TroopTask<int> __troop_Loop_33cc_started(Func<bool> isOver)
    {
        bool was = TroopFuel.BeginApart();
        TroopTask<int> task = __troop_Loop_33cc(isOver);
        TroopFuel.EndApart(was);
        return task;
    }

    /// <summary>Three deep: loops at the bottom, then does <paramref name="then"/>, and notes who goes on.</summary>
    [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder))]
    internal static async TroopTask Nested(int depth, Func<bool> isOver, Func<TroopTask> then, List<string> order)
    {
        try
        {
            if (depth > 0)
            {
                await TroopSite.At(Nested(depth - 1, isOver, then, order), 31);
            }
            else
            {
                await TroopSite.At(__troop_Loop_33cc(isOver), 32);
                order.Add("looped");
                bool was = TroopFuel.BeginApart();
                TroopTask next = then();
                TroopFuel.EndApart(was);
                await TroopSite.At(next, 33);
            }

            order.Add($"level {depth}");
        }
        finally
        {
            order.Add($"finally {depth}");
        }
    }

    [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
    internal static async TroopTask<int> __troop_Run_11aa(Channel<int> numbers) => await TroopSite.At(__troop_Sum_22bb(numbers), 8);

    [AsyncMethodBuilder(typeof(TroopCopyMethodBuilder<>))]
    internal static async TroopTask<int> __troop_Sum_22bb(Channel<int> numbers)
    {
        int sum = 0;
        await foreach (int number in TroopSite.In(numbers, 12))
        {
            if (TroopFuel.Spend())
            {
                await TroopFuel.Refill(12);
            }

            sum += number;
        }

        Func<TroopTask> lambda = async () => await TroopSite.At(Steps.Pause(1), 15);
        await TroopSite.At(lambda(), 16);
        return sum;
    }
}
