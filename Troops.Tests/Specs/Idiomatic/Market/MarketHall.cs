using TradeWinds.Common;
using TradeWinds.Metrics;

namespace TradeWinds.Market;

/// <summary>The thread of the market. It alone knows the books and the ledger; all others talk to it.</summary>
internal static partial class MarketHall
{
    [TroopTask]
    public static async TroopTask<MarketReport> Serve(Port<MarketQuestion, MarketAnswer> port, PriceList prices, Broadcast<Trade> tape, MetricsHub metrics)
    {
        try
        {
            MatchingEngine engine = new(prices, new Ledger { Credit = Money.FromCrowns(2_000) });
            var told = 0;
            await foreach (var call in port.Calls)
            {
                metrics.Count("market.questions");
                call.Answer(engine.Answer(call.Question));
                for (; told < engine.Trades.Count; told++)
                {
                    metrics.Record("market.trade", (double)engine.Trades[told].Total);
                    await tape.SendAsync(engine.Trades[told]);
                }
            }

            return engine.Close();
        }
        finally
        {
            // Who still asks is to hear that nobody answers.
            port.Close();
            tape.Close();
        }
    }

    /// <summary>Writes down the highest and the lowest price of each good, as they come over the tape.</summary>
    [TroopTask]
    public static async TroopTask<Dictionary<string, Interval<long>>> WatchPrices(Subscription<Trade> tape)
    {
        Dictionary<string, Interval<long>> seen = new(StringComparer.Ordinal);
        using (tape)
        {
            await foreach (var (buy, _, _, price) in tape)
            {
                seen[buy.Good] = seen.TryGetValue(buy.Good, out var range) ? range.Extend(price.Pennies) : new(price.Pennies, price.Pennies);
            }
        }

        return seen;
    }
}
