using System.Diagnostics.CodeAnalysis;

namespace TradeWinds.Common;

/// <summary>An amount of money, in pennies; a hundred of them are a crown.</summary>
[Immutable]
public readonly record struct Money(long Pennies)
    : IAdditionOperators<Money, Money, Money>,
        ISubtractionOperators<Money, Money, Money>,
        IMultiplyOperators<Money, long, Money>,
        IUnaryNegationOperators<Money, Money>,
        IAdditiveIdentity<Money, Money>,
        IComparisonOperators<Money, Money, bool>,
        IComparable<Money>,
        ISpanParsable<Money>,
        IFormattable
{
    private const int PenniesInCrown = 100;

    public static Money Zero { get; } = new(0);

    static Money IAdditiveIdentity<Money, Money>.AdditiveIdentity => Zero;

    public bool IsDebt => Pennies < 0;

    public static Money FromCrowns(double crowns) => new((long)Math.Round(crowns * PenniesInCrown, MidpointRounding.ToEven));

    public static Money operator +(Money left, Money right) => new(checked(left.Pennies + right.Pennies));

    public static Money operator -(Money left, Money right) => new(checked(left.Pennies - right.Pennies));

    public static Money operator *(Money left, long right) => new(checked(left.Pennies * right));

    public static Money operator -(Money value) => new(-value.Pennies);

    public static bool operator <(Money left, Money right) => left.Pennies < right.Pennies;

    public static bool operator >(Money left, Money right) => left.Pennies > right.Pennies;

    public static bool operator <=(Money left, Money right) => left.Pennies <= right.Pennies;

    public static bool operator >=(Money left, Money right) => left.Pennies >= right.Pennies;

    public static explicit operator double(Money value) => value.Pennies / (double)PenniesInCrown;

    public int CompareTo(Money other) => Pennies.CompareTo(other.Pennies);

    public static Money Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var money) ? money : throw new FormatException($"'{s}' is no amount of money.");

    public static Money Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) => TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Money result)
    {
        var digits = s.TrimEnd("cr").Trim();
        if (decimal.TryParse(digits, NumberStyles.Number, provider, out var crowns))
        {
            result = new Money((long)(crowns * PenniesInCrown));
            return true;
        }

        result = default;
        return false;
    }

    public override string ToString() => ToString(format: null, CultureInfo.InvariantCulture);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.Create(formatProvider, $"{(IsDebt ? "-" : "")}{Math.Abs(Pennies / PenniesInCrown)}.{Math.Abs(Pennies % PenniesInCrown):00} cr");
}
