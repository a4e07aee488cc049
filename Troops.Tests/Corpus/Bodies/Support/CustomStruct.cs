namespace Corpus;

/// <summary>An awaitable struct whose awaiter is another struct, changes itself, and knows the critical callback.</summary>
public readonly struct CustomStruct<T>(T value, bool suspends, Action strike)
{
    public Awaiter GetAwaiter() => new(value, suspends, strike);

    public struct Awaiter(T value, bool suspends, Action strike) : ICriticalNotifyCompletion
    {
        private int asked;

        public bool IsCompleted
        {
            get
            {
                asked++;
                return !suspends;
            }
        }

        // A copy that was made before the question would have forgotten it.
        public T GetResult()
        {
            strike();
            return asked == 1 ? value : throw new InvalidOperationException($"asked {asked} times");
        }

        public void OnCompleted(Action continuation) => Task.Run(static () => 0).GetAwaiter().OnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) => Task.Run(static () => 0).GetAwaiter().UnsafeOnCompleted(continuation);
    }
}
