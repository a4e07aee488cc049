namespace Troops.Tasks;

/// <summary>What most operations never need: a token that may end them, and the ends of one that ordinary code started.</summary>
internal sealed class OperationExtras<T>
{
    /// <summary>Only in ordinary code: ends when the operation does.</summary>
    internal TaskCompletionSource? Outside { get; init; }

    /// <summary>Made when somebody asks for it; by compare-and-swap.</summary>
    internal Task<T>? OutsideTask;

    internal CancellationTokenRegistration Registration { get; set; }
}
