namespace Troops.Sharing;

/// <summary>Arithmetic on an <see cref="Atomic{T}"/>: one instruction each, no retries. Results wrap around, as <see cref="Interlocked"/>'s do.</summary>
public static class AtomicExtensions
{
    /// <summary>Adds and returns the sum.</summary>
    /// <exception cref="InvalidOperationException">It belongs to another troop.</exception>
    public static int Add(this Atomic<int> atomic, int number) => Interlocked.Add(ref Of(atomic), number);

    /// <inheritdoc cref="Add(Atomic{int}, int)"/>
    public static long Add(this Atomic<long> atomic, long number) => Interlocked.Add(ref Of(atomic), number);

    /// <summary>Adds one and returns the sum.</summary>
    /// <inheritdoc cref="Add(Atomic{int}, int)"/>
    public static int Increment(this Atomic<int> atomic) => Interlocked.Increment(ref Of(atomic));

    /// <inheritdoc cref="Increment(Atomic{int})"/>
    public static long Increment(this Atomic<long> atomic) => Interlocked.Increment(ref Of(atomic));

    /// <summary>Subtracts one and returns the difference.</summary>
    /// <inheritdoc cref="Add(Atomic{int}, int)"/>
    public static int Decrement(this Atomic<int> atomic) => Interlocked.Decrement(ref Of(atomic));

    /// <inheritdoc cref="Decrement(Atomic{int})"/>
    public static long Decrement(this Atomic<long> atomic) => Interlocked.Decrement(ref Of(atomic));

    private static ref T Of<[Shareable] T>(Atomic<T> atomic)
    {
        ArgumentNullException.ThrowIfNull(atomic);
        return ref atomic.InPlace();
    }
}
