using System.Text;
using System.Text.Json;
using TradeWinds.Common;

namespace TradeWinds.World;

[Flags]
public enum Privileges
{
    None = 0,
    Trade = 1 << 0,
    Toll = 1 << 1,
    Mint = 1 << 2,
    Royal = Trade | Toll | Mint,
}

/// <summary>The paper that makes a town a town.</summary>
[Immutable]
public sealed record Charter
{
    private static readonly Encoding Script = Encoding.UTF8;
    private static readonly CultureInfo Language = CultureInfo.InvariantCulture;

    public required string Town { get; init; }

    public required Privileges Privileges { get; init; }

    public Guid Seal { get; init; } = Guid.Empty;

    public Uri Archive { get; init; } = new("https://archive.example/charters/");

    public Version Edition { get; init; } = new(1, 0);

    public DateTimeOffset Signed { get; init; }

    public TimeSpan Grace { get; init; } = TimeSpan.FromDays(30);

    /// <summary>What was ever paid for it, in pennies; kings are expensive.</summary>
    public BigInteger Price { get; init; } = BigInteger.Zero;

    public Int128 Number { get; init; }

    public Half TollRate
    {
        get;
        init => field = Half.IsNegative(value) ? throw new ArgumentOutOfRangeException(nameof(value), value, "Nobody is paid for passing.") : value;
    }

    /// <summary>From the harbour, as sailors reckon it: where to, and how far.</summary>
    public Complex Bearing { get; init; } = Complex.One;

    public Rune Initial => Rune.GetRuneAt(Town, 0);

    public bool IsRoyal => Privileges.HasFlag(Privileges.Royal);

    public DateTimeOffset Expires => Signed + Grace;

    /// <summary>A copy in which nothing but the date is new.</summary>
    public Charter Renew(DateTimeOffset day) => this with { Signed = day, Edition = new Version(Edition.Major, Edition.Minor + 1) };

    public Money Toll(Money value) => Money.FromCrowns((double)value * (double)TollRate);

    public ReadOnlySpan<byte> Print(Span<byte> paper)
    {
        var text = string.Create(Language, $"{Initial}. {Town}, {Privileges}, no. {Number}, {Bearing.Magnitude:0.0} miles out");
        return Script.TryGetBytes(text, paper, out var written) ? paper[..written] : [];
    }

    public string ToJson()
    {
        var options = new JsonSerializerOptions { WriteIndented = false };
        return JsonSerializer.Serialize(
            new
            {
                Town,
                Seal,
                Archive,
                Edition = Edition.ToString(),
                Expires,
                Price = Price.ToString(Language),
            },
            options
        );
    }
}

/// <summary>Where the charters lie.</summary>
internal static class Registry
{
    public static ImmutableArray<Charter> Issue(ImmutableArray<Town> towns, DateTimeOffset day) =>
        [
            .. towns
                .Where(static town => town.Produce is not [])
                .Select(
                    (town, index) =>
                        new Charter
                        {
                            Town = town.Name,
                            Privileges = town.Produce.Length > 1 ? Privileges.Royal : Privileges.Trade | Privileges.Toll,
                            Seal = new Guid(index + 1, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]),
                            Signed = day,
                            Number = Int128.MaxValue / (index + 1) % 1_000_000,
                            Price = BigInteger.Pow(10, 3 + index),
                            TollRate = (Half)0.05,
                            Bearing = (Complex)town.At,
                        }
                ),
        ];
}
