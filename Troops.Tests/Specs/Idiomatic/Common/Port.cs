namespace TradeWinds.Common;

/// <summary>Where one thread answers what others ask.</summary>
[ThreadSafe]
public sealed partial class Port<[Shareable] TQuestion, [Shareable] TAnswer>(int capacity)
{
    /// <summary>For the thread that answers.</summary>
    public Channel<Call> Calls { get; } = new(capacity);

    [TroopTask]
    public async TroopTask<TAnswer> Ask(TQuestion question)
    {
        Call call = new(question, new Channel<TAnswer>(capacity: 1));
        await Calls.SendAsync(call);
        return await call.Reply.ReceiveAsync();
    }

    public void Close() => Calls.Close();

    [ThreadSafe]
    public sealed record Call(TQuestion Question, Channel<TAnswer> Reply)
    {
        /// <summary>Never waits: there is room for one answer, and one is all there is.</summary>
        public bool Answer(TAnswer answer) => Reply.TrySend(answer);
    }
}
