using TradeWinds.Common;

namespace TradeWinds.World;

public enum Wind
{
    Calm,
    Breeze,
    Gale,
    Storm,
}

/// <summary>The weather of every day, known in advance. The same seed gives the same weather.</summary>
[Immutable]
public sealed class Almanac(uint seed, string region)
{
    private static readonly ImmutableArray<(Wind Wind, int Chance)> Winds = [(Wind.Calm, 40), (Wind.Breeze, 35), (Wind.Gale, 18), (Wind.Storm, 7)];

    private readonly uint salt = region.AsSpan().StableHash();

    public string Region => region;

    public Wind this[DateOnly day]
    {
        get
        {
            var draw = (int)(Mix(unchecked(seed + salt + (uint)day.DayNumber)) % 100);
            foreach (var (wind, chance) in Winds)
            {
                if ((draw -= chance) < 0)
                {
                    return wind;
                }
            }

            return Wind.Calm;
        }
    }

    /// <summary>How much longer a day's march takes.</summary>
    public double Delay(DateOnly day) =>
        this[day] switch
        {
            Wind.Storm => 2,
            Wind.Gale when day.Season is 0 => 1.5,
            Wind.Gale => 1.2,
            _ => 1,
        };

    /// <summary>What an old sailor would say of the month to come.</summary>
    public string Outlook(DateOnly day)
    {
        var worst = Enumerable.Range(0, 30).Select(offset => this[day.AddDays(offset)]).Max().ToString();
        return $"{day.ToString("MMMM", CultureInfo.InvariantCulture)} on the {Region}: {worst.Article} {worst.ToLowerInvariant()} at worst";
    }

    private static uint Mix(uint bits)
    {
        bits ^= bits >> 16;
        bits *= 0x7feb352d;
        bits ^= bits >> 15;
        bits *= 0x846ca68b;
        return bits ^ (bits >> 16);
    }
}
