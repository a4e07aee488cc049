namespace TradeWinds.Common;

/// <summary>Something that the rules of the trade forbid.</summary>
public class TradeException : Exception
{
    public TradeException(string message)
        : base(message) { }

    public TradeException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>A text that is not what it should be, and where it stops being so.</summary>
public sealed class SyntaxException(string message, int position) : TradeException($"{message} (at {position})")
{
    public int Position { get; } = position;

    /// <summary>What to show below the text: an arrow at the place.</summary>
    public string? Hint { get; init; }
}
