namespace Corpus;

/// <summary>
/// What bodies await and write their trace with. Every event has a number; the kind decides what happens at it: an awaitable suspends or not, something throws, the token is cancelled.
/// Not part of what is proved: it stays outside of the generator's reach, not being partial.
/// </summary>
public sealed class Probe(string kind, int seed, int at)
{
    private readonly StringBuilder trace = new();
    private readonly CancellationTokenSource source = new();
    private readonly ProbeKind kind = Enum.Parse<ProbeKind>(kind);

    public CancellationToken Token => source.Token;

    public int Events { get; private set; }

    public string Trace => trace.ToString();

    /// <summary>Writes, and is no event. A delegate's type would name the kind of task.</summary>
    public void Say(object? what) => trace.Append(what is Delegate ? "delegate" : what).Append(' ');

    /// <summary>A synchronous event with a value: shows when an operand is evaluated.</summary>
    public T Note<T>(T value)
    {
        int number = Begin(value);
        if (kind == ProbeKind.Fault && number == at)
        {
            throw new ProbeException($"note {number}");
        }

        return value;
    }

    /// <summary>An event that gives <paramref name="value"/>.</summary>
    public async TroopTask<T> Give<T>(T value)
    {
        int number = Begin(value);
        if (seed % 2 == 1)
        {
            Strike(number);
        }

        if (Suspends(number))
        {
            await TroopTask.Yield();
            Say($"/{number}");
        }

        Strike(number);
        return value;
    }

    public TroopTask<int> Int(int value) => Give(value);

    public TroopTask<bool> Bool(bool value) => Give(value);

    public TroopTask<string> Step(string value) => Give(value);

    public async TroopTask Pause() => await Give('-');

    /// <summary>Always faults.</summary>
    public async TroopTask<T> Fail<T>(string message)
    {
        await Give(message);
        throw new FormatException(message);
    }

    public async TroopTask Fail(string message) => await Fail<int>(message);

    /// <summary>A task of the platform.</summary>
    public Task<T> Foreign<T>(T value)
    {
        int number = Begin(value);
        return kind == ProbeKind.Fault && number == at ? Task.FromException<T>(new ProbeException($"foreign {number}"))
            : kind == ProbeKind.Cancel && number == at ? Task.FromCanceled<T>(Token)
            : Suspends(number) ? Task.Run(() => value)
            : Task.FromResult(value);
    }

    public ValueTask<T> Value<T>(T value) => new(Foreign(value));

    public CustomAwaitable<T> Custom<T>(T value)
    {
        int number = Begin(value);
        return new(value, Suspends(number), () => Strike(number));
    }

    public CustomStruct<T> CustomStruct<T>(T value)
    {
        int number = Begin(value);
        return new(value, Suspends(number), () => Strike(number));
    }

    public AsyncItems Items(int count) => new(this, count);

    /// <summary>Disposed synchronously.</summary>
    public Disposing Use(string name)
    {
        Note($"+{name}");
        return new(this, name);
    }

    /// <summary>Disposed asynchronously.</summary>
    public AsyncDisposing UseAsync(string name)
    {
        Note($"+{name}");
        return new(this, name);
    }

    /// <summary>A plain awaited pause for what returns a task of the platform.</summary>
    internal async ValueTask PauseValue(string name) => await Foreign(name);

    private int Begin(object? what)
    {
        Events++;
        Say(what ?? "null");
        if (kind == ProbeKind.Cancel && Events == at)
        {
            source.Cancel();
        }

        return Events;
    }

    private void Strike(int number)
    {
        if (number != at)
        {
            return;
        }

        if (kind == ProbeKind.Fault)
        {
            throw new ProbeException($"fault {number}");
        }

        if (kind == ProbeKind.Cancel)
        {
            throw new OperationCanceledException($"cancelled {number}", Token);
        }
    }

    private bool Suspends(int number) =>
        kind switch
        {
            ProbeKind.Ready => false,
            ProbeKind.Suspend => true,
            _ => (((uint)((seed * 7919) + (number * 104729)) * 2654435761u) >> 16 & 1) == 0,
        };
}
