namespace Corpus;

/// <summary>An awaitable class that is its own awaiter and knows the plain callback alone.</summary>
public sealed class CustomAwaitable<T>(T value, bool suspends, Action strike) : INotifyCompletion
{
    private bool called;

    public bool IsCompleted => !suspends || called;

    public CustomAwaitable<T> GetAwaiter() => this;

    public T GetResult()
    {
        strike();
        return value;
    }

    public void OnCompleted(Action continuation)
    {
        called = true;
        Task.Run(static () => 0).GetAwaiter().OnCompleted(continuation);
    }
}
