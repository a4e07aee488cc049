namespace TradeWinds.Harbour;

/// <summary>All of it together: one thread for each who does something, and channels between them.</summary>
internal static partial class HarbourDay
{
    public static async Task<string> RunAsync(ImmutableArray<Ship> ships, string folder)
    {
        await using TroopProcess process = new(new TroopProcessOptions { Name = "harbour", Workers = 4 });
        Warehouse warehouse = new();
        var count = await process.InvokeAsync(() => Run(ships, warehouse, folder));
        return $"{count} of {ships.Length}, {warehouse.Reads} lists";
    }

    [TroopTask]
    private static async TroopTask<int> Run(ImmutableArray<Ship> ships, Warehouse warehouse, string folder)
    {
        Channel<Request<Ship, Berth>> port = new(capacity: 4);
        Broadcast<Berth> news = new();
        using var board = news.Subscribe(capacity: 1, WhenFull.DropOldest);
        using var tape = news.Subscribe(capacity: 64);
        var reading = Read(tape);
        var master = HarbourMaster.Open(berths: 3, port, news);

        List<TroopThread<Berth>> captains = [];
        foreach (var ship in ships)
        {
            captains.Add(TroopThread.Start(() => port.Ask(ship)));
        }

        HashSet<int> numbers = [];
        foreach (var captain in captains)
        {
            numbers.Add((await captain.Join()).Number);
        }

        port.Close();
        var diary = await master.Join();
        var fees = await reading;

        var (first, second) = await TroopTask.WhenAll(Pack(ships), Dockers.Unload(ships[0]));
        var path = Path.Combine(folder, "diary");
        var saved = await warehouse.Save(path, diary, TroopThread.Current.CancellationToken);
        await TroopThread.ForEach(
            ships,
            degree: 2,
            async ship =>
            {
                var names = await warehouse.List(path);
                if (!names.Contains(ship.Name))
                {
                    await TroopTask.Delay(TimeSpan.Zero);
                }
            }
        );
        return numbers.Count + fees.Count + first + second.Heavy + saved + await Lighthouse.Watch(watchers: 3);
    }

    /// <summary>A pipeline: crates, sorted on all cores, then in heaps.</summary>
    [TroopTask]
    private static async TroopTask<int> Pack(ImmutableArray<Ship> ships)
    {
        var heaps = Stages
            .From(ships.SelectMany(static ship => ship.Crates))
            .Select(degree: 4, static crate => crate with { Good = crate.Good.ToUpperInvariant() })
            .Batch(size: 10);
        var all = await heaps.ToList();

        // The weight of each heap, on a thread of its own; they come back in order.
        var threads = TroopThread.StartAll(all, static heap => heap.Sum(static crate => crate.Weight));
        SortedSet<int> weights = [];
        foreach (var thread in threads)
        {
            weights.Add(await thread.Join());
        }

        return weights.Where(weight => weight > weights.Min).Count(weight => !all.Any(heap => heap.Length == weight));
    }

    private static async TroopTask<SortedDictionary<string, long>> Read(Subscription<Berth> tape)
    {
        SortedDictionary<string, long> fees = new(StringComparer.Ordinal);
        await foreach (var (ship, _, fee) in tape)
        {
            fees[ship] = fees.GetValueOrDefault(ship) + fee.Pennies;
        }

        return fees;
    }
}
