using TradeWinds.Chronicle;
using TradeWinds.Common;
using TradeWinds.Market;
using TradeWinds.Metrics;
using TradeWinds.World;

namespace TradeWinds;

/// <summary>What is to happen in a season.</summary>
[Immutable]
public sealed record SeasonPlan
{
    public required DateOnly Start { get; init; }

    public required TileMap Map { get; init; }

    public required ImmutableArray<Town> Towns { get; init; }

    public required PriceList Prices { get; init; }

    public ImmutableArray<Caravan> Caravans { get; init; } = [];

    public ImmutableArray<string> Questions { get; init; } = [];

    public uint Seed { get; init; } = 1;
}

/// <summary>What has happened.</summary>
[Immutable]
public sealed record SeasonReport
{
    public required MarketReport Market { get; init; }

    public required MetricsReport Metrics { get; init; }

    public required ImmutableArray<JourneySummary> Journeys { get; init; }

    public required ImmutableArray<string> Survey { get; init; }

    public ImmutableArray<string> Losses { get; init; } = [];

    public ImmutableArray<string> Outlooks { get; init; } = [];

    public int Vocabulary { get; init; }

    public ImmutableArray<(string Question, ImmutableArray<Hit> Hits)> Answers { get; init; } = [];

    public ImmutableSortedDictionary<string, int> Authors { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public ImmutableArray<Charter> Charters { get; init; } = [];

    public ImmutableList<Notice> Notices { get; init; } = [];

    public FrozenDictionary<string, Interval<long>> PriceRanges { get; init; } = FrozenDictionary<string, Interval<long>>.Empty;
}

/// <summary>The root thread: starts all others, and puts together what they leave behind.</summary>
internal static partial class Season
{
    [TroopTask]
    public static async TroopTask<SeasonReport> Run(SeasonPlan plan)
    {
        MetricsHub metrics = new();
        Port<MarketQuestion, MarketAnswer> market = new(capacity: 64);
        Channel<Entry> chronicle = new(capacity: 256);
        Broadcast<Trade> tape = new();
        Almanac almanac = new(plan.Seed, "Coast");
        Atlas atlas = new(plan.Map, plan.Towns);
        var survey = Fan.Later<ImmutableArray<string>>(() => [.. atlas.Survey()]);
        NoticeBoard board = new(capacity: 8);
        Channel<Entry> written = new(capacity: 16);
        Channel<Entry> proclaimed = new(capacity: 16);
        var watched = tape.Subscribe(capacity: 32);

        var collector = TroopThread.Start(() => Collector.Collect(metrics));
        var library = TroopThread.Start(() => Library.Write(written));
        var crier = TroopThread.Start(() => Library.Proclaim(proclaimed, board));
        var pipe = Fan.Pipe(chronicle, written, proclaimed);
        var watcher = TroopThread.Start(() => MarketHall.WatchPrices(watched));
        var hall = TroopThread.Start(() => MarketHall.Serve(market, plan.Prices, tape, metrics));

        var journeys = ImmutableArray.CreateBuilder<JourneySummary>();
        List<string> losses = [];
        try
        {
            await Stock(plan, market);
            foreach (var line in await survey.GetAsync())
            {
                await chronicle.SendAsync(new Entry(plan.Start, "Surveyor", line));
            }

            Surroundings world = new(atlas, almanac, plan.Prices.Catalogue, market, chronicle, metrics, plan.Start);
            var threads = TroopThread.StartAll(plan.Caravans, caravan => Journey.Travel(caravan, world));
            foreach (var (caravan, thread) in plan.Caravans.Zip(threads))
            {
                try
                {
                    journeys.Add(await thread.Join());
                }
                catch (TradeException e)
                {
                    Lose(caravan.Name, e.Message);
                }
            }
        }
        finally
        {
            // Each of the four runs until nothing more can come.
            market.Close();
            chronicle.Close();
        }

        var (ranges, closing) = await TroopTask.WhenAll(watcher.Join(), hall.Join());
        metrics.Close();

        await TroopTask.WhenAll(pipe.Join(), crier.Join());

        if (metrics.Late is > 0 and var late)
        {
            Lose("metrics", $"{late} numbers came too late");
        }

        // Joined, the index is ours.
        var index = await library.Join();
        var snapshot = index.Freeze();
        var vocabulary = TroopThread.Start(() =>
        {
            HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in snapshot.Entries)
            {
                seen.UnionWith(entry.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }

            return seen.Count;
        });
        var answering = Library.Answer(snapshot, plan.Questions, top: 3);
        var counting = Library.CountAuthors(snapshot);

        return new SeasonReport
        {
            Market = closing,
            Metrics = await collector.Join(),
            Journeys = journeys.DrainToImmutable(),
            Survey = survey.TryGet(out var lines) ? lines : [],
            Losses = [.. losses],
            Outlooks = await Fan.Map([.. Enumerable.Range(0, 3).Select(plan.Start.AddMonths)], almanac.Outlook),
            Vocabulary = await vocabulary.Join(),
            Answers = await answering,
            Authors = await counting,
            Charters = Registry.Issue(plan.Towns, new DateTimeOffset(plan.Start, TimeOnly.MinValue, TimeSpan.Zero)),
            Notices = board.Notices,
            PriceRanges = ranges.ToFrozenDictionary(StringComparer.Ordinal),
        };

        void Lose(string who, string why) => losses.Add($"{who}: {why}");
    }

    /// <summary>In each town, somebody sells what is made there, and somebody wants what is not.</summary>
    [TroopTask]
    private static async TroopTask Stock(SeasonPlan plan, Port<MarketQuestion, MarketAnswer> market)
    {
        using var ids = Identifier.Sequence<OrderId>().Select(static id => OrderId.From(-id.Number)).GetEnumerator();
        var offers =
            from town in plan.Towns
            from good in plan.Prices.Catalogue.Lighter(than: double.MaxValue)
            let isMade = town.Makes(good.Name)
            let price = plan.Prices.Quote(good.Name, quantity: 1, plan.Start)
            select (town, good, isMade, Price: isMade ? Money.Between(Money.Zero, price) : price + Money.Crown);

        foreach (var (town, good, isMade, price) in offers)
        {
            ids.MoveNext();
            Order order = new()
            {
                Id = ids.Current,
                Owner = AccountId.From(100 + plan.Towns.IndexOf(town)),
                Good = good.Name,
                Town = town.Name,
                Side = isMade ? Side.Sell : Side.Buy,
                Quantity = 25,
                Limit = price,
            };

            if (await market.Ask(new MarketQuestion.Place(order)) is MarketAnswer.Refused { Reason: var reason })
            {
                throw new TradeException($"The season cannot begin: {reason}");
            }
        }
    }
}
