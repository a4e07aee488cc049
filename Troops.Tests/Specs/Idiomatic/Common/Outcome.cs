namespace TradeWinds.Common;

/// <summary>What came of something that may well fail, without an exception.</summary>
[ConditionallyImmutable]
public abstract record Outcome<[OnlyIf] T>
{
    private Outcome() { }

    public bool IsSuccess => this is Success;

    public static implicit operator Outcome<T>(T value) => new Success(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new Failure(refusal.Reason);

    public TResult Match<TResult>(Func<T, TResult> success, Func<string, TResult> failure) =>
        this switch
        {
            Success(var value) => success(value),
            Failure(var reason) => failure(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public T OrThrow() => Match(static value => value, static reason => throw new TradeException(reason));

    [ConditionallyImmutable]
    public sealed record Success(T Value) : Outcome<T>;

    [ConditionallyImmutable]
    public sealed record Failure(string Reason) : Outcome<T>;
}

/// <summary>A failure that does not know yet of what.</summary>
[Immutable]
public readonly record struct Refusal(string Reason)
{
    public static Refusal Because(ref InvariantText reason) => new(reason.ToText());
}
