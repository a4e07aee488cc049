namespace TradeWinds.Harbour;

/// <summary>Tasks of one thread, which share what they like.</summary>
internal static partial class Dockers
{
    private const int Strength = 20;

    /// <summary>Both gangs put crates on the same pile.</summary>
    [TroopTask]
    public static async TroopTask<(List<Crate> Pile, int Heavy)> Unload(Ship ship)
    {
        List<Crate> pile = [];
        var heavy = 0;
        Dictionary<string, int> byOwner = new(StringComparer.Ordinal);

        var left = Gang(0);
        var right = Gang(1);
        await TroopTask.WhenAll(left, right);
        heavy += byOwner.Count(owner => owner.Value > Strength * pile.Count);
        return (pile, heavy);

        async TroopTask Gang(int which)
        {
            foreach (var (index, crate) in ship.Crates.Index().Where(it => it.Index % 2 == which))
            {
                if (crate.Weight > Strength)
                {
                    heavy++;
                    await TroopTask.Delay(TimeSpan.FromMilliseconds(crate.Weight - Strength));
                }

                pile.Insert(Math.Min(index, pile.Count), crate);
                byOwner[crate.Owner] = byOwner.GetValueOrDefault(crate.Owner) + crate.Weight;
                await TroopTask.Yield();
            }
        }
    }

    /// <summary>No more than two at a time, though all are asked for at once.</summary>
    [TroopTask]
    public static async TroopTask<IReadOnlyList<int>> WeighAll(IReadOnlyList<Crate> pile, CancellationToken cancellation)
    {
        using SemaphoreSlim scales = new(2);
        var weights = new int[pile.Count];
        List<TroopTask> pending = [];
        for (var i = 0; i < pile.Count; i++)
        {
            pending.Add(Weigh(i));
        }

        await TroopTask.WhenAll([.. pending]);
        return weights;

        async TroopTask Weigh(int place)
        {
            await scales.WaitAsync(cancellation);
            try
            {
                await TroopTask.Yield();
                weights[place] = pile[place].Weight;
            }
            finally
            {
                scales.Release();
            }
        }
    }

    /// <summary>The lightest and the heaviest, asked for together.</summary>
    [TroopTask]
    public static async TroopTask<string> Extremes(List<Crate> pile)
    {
        if (pile is [])
        {
            return "nothing";
        }

        var lightest = Find(static (one, other) => one < other);
        var heaviest = Find(static (one, other) => one > other);
        var first = await TroopTask.WhenAny(lightest, heaviest);
        var (light, heavy) = await TroopTask.WhenAll(lightest, heaviest);
        return $"{light.Good} {heavy.Good} {first}";

        async TroopTask<Crate> Find(Func<int, int, bool> isBetter)
        {
            var best = pile[0];
            foreach (var crate in pile)
            {
                best = isBetter(crate.Weight, best.Weight) ? crate : best;
                await TroopTask.Yield();
            }

            return best;
        }
    }

    /// <summary>Gives up after a while; what was found until then stays.</summary>
    [TroopTask]
    public static async TroopTask<int> Search(List<Crate> pile, string good, TimeSpan patience)
    {
        var found = 0;
        try
        {
            await Look().WithTimeout(patience);
        }
        catch (TimeoutException)
        {
            found = -found;
        }

        return found;

        async TroopTask Look()
        {
            foreach (var crate in pile)
            {
                found += crate.Good == good ? 1 : 0;
                await TroopTask.Yield();
            }
        }
    }
}
