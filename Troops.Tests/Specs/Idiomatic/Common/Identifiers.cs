namespace TradeWinds.Common;

/// <summary>A number that names something, and cannot be taken for the number of something else.</summary>
[Immutable]
public interface IIdentifier<TSelf> : IEquatable<TSelf>, IComparable<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    static abstract char Prefix { get; }

    static abstract TSelf From(int number);

    int Number { get; }

    static virtual TSelf First => TSelf.From(1);
}

[Immutable]
public readonly record struct OrderId(int Number) : IIdentifier<OrderId>
{
    public static char Prefix => 'O';

    public static OrderId From(int number) => new(number);

    public int CompareTo(OrderId other) => Number.CompareTo(other.Number);

    public override string ToString() => Identifier.Format(this);
}

[Immutable]
public readonly record struct AccountId(int Number) : IIdentifier<AccountId>
{
    public static char Prefix => 'A';

    /// <summary>The account of the hall itself, which keeps the fees.</summary>
    public static AccountId House { get; } = new(0);

    public static AccountId From(int number) => new(number);

    public int CompareTo(AccountId other) => Number.CompareTo(other.Number);

    public override string ToString() => Identifier.Format(this);
}

internal static class Identifier
{
    public static string Format<T>(T id)
        where T : struct, IIdentifier<T> => $"{T.Prefix}{id.Number:D4}";

    public static IEnumerable<T> Sequence<T>()
        where T : struct, IIdentifier<T>
    {
        for (var number = T.First.Number; ; number++)
        {
            yield return T.From(number);
        }
    }
}
