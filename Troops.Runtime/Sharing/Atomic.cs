using System.Runtime.CompilerServices;

namespace Troops.Sharing;

/// <summary>One value that any number of threads read and replace, each step whole and in one order for all.</summary>
/// <remarks>
/// Lock-free and thread-safe; usable from threads and from ordinary code. It belongs to the troop that made it (made outside of any thread: to the first troop that uses it), and
/// throws in another one.
/// <para>
/// Numbers, bool, char, enums and references are kept in place. Any other struct is kept in a box: each write allocates one (16 bytes and the struct). Values are equal as
/// <see cref="EqualityComparer{T}.Default"/> says; references only if they are the same object, as with <see cref="Interlocked"/>.
/// </para>
/// </remarks>
/// <typeparam name="T">What can be shared: immutable or thread-safe.</typeparam>
/// <example><code>
/// var hits = new Atomic&lt;int&gt;(0);
/// hits.Increment();
/// var routes = new Atomic&lt;ImmutableList&lt;Route&gt;&gt;([]);
/// routes.Update(known => known.Add(route));
/// </code></example>
[ThreadSafe]
[Audited("the runtime's owners", "one word, changed by interlocked operations alone; the owner is claimed once, by compare-and-swap", "2030-12-31")]
public sealed class Atomic<[Shareable] T>
{
    private const string What = "An atomic value";

    private Owner owner = new();

    /// <summary>The value, if it is kept in place. Written by interlocked operations alone.</summary>
    private T value;

    /// <summary>The value otherwise; a box never changes, so a reader has a whole value.</summary>
    private Box? box;

    /// <summary>Starts with <paramref name="value"/>.</summary>
    public Atomic(T value)
    {
        if (IsInPlace)
        {
            this.value = value;
        }
        else
        {
            this.value = default!;
            box = new Box(value);
        }
    }

    /// <summary>The value now; setting replaces it, whatever it was.</summary>
    /// <exception cref="InvalidOperationException">It belongs to another troop.</exception>
    public T Value
    {
        get
        {
            owner.Enter(What);
            return IsInPlace ? Read() : Volatile.Read(ref box)!.Value;
        }
        set => Exchange(value);
    }

    // What Interlocked takes. The JIT knows the answer for each T.
    private static bool IsInPlace
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !typeof(T).IsValueType || typeof(T).IsPrimitive || typeof(T).IsEnum;
    }

    /// <summary>Replaces the value and returns the one before.</summary>
    /// <inheritdoc cref="Value"/>
    public T Exchange(T value)
    {
        owner.Enter(What);
        return IsInPlace ? Interlocked.Exchange(ref this.value, value) : Interlocked.Exchange(ref box, new Box(value))!.Value;
    }

    /// <summary>Replaces the value with <paramref name="value"/> if it equals <paramref name="comparand"/>. Returns the value before, replaced or not.</summary>
    /// <inheritdoc cref="Value"/>
    public T CompareExchange(T value, T comparand)
    {
        owner.Enter(What);
        Box? replacement = IsInPlace ? null : new Box(value);
        while (true)
        {
            Box? seenBox = IsInPlace ? null : Volatile.Read(ref box);
            T seen = IsInPlace ? Read() : seenBox!.Value;
            if (!AreEqual(seen, comparand) || TryReplace(seenBox, seen, replacement, value))
            {
                return seen;
            }
        }
    }

    /// <summary>Replaces the value with what <paramref name="change"/> makes of it, and returns that.</summary>
    /// <param name="change">Called again, with the newer value, when another thread was faster: it should only compute. It may throw: then nothing is replaced.</param>
    /// <inheritdoc cref="Value"/>
    public T Update(Func<T, T> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        owner.Enter(What);
        while (true)
        {
            Box? seenBox = IsInPlace ? null : Volatile.Read(ref box);
            T seen = IsInPlace ? Read() : seenBox!.Value;
            T next = change(seen);
            if (TryReplace(seenBox, seen, IsInPlace ? null : new Box(next), next))
            {
                return next;
            }
        }
    }

    /// <summary>For arithmetic: the value in place, after the check of the caller.</summary>
    internal ref T InPlace()
    {
        owner.Enter(What);
        return ref value;
    }

    private static bool AreEqual(T one, T other) => typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(one, other) : ReferenceEquals(one, other);

    /// <summary>The same bits: NaN and zero have several that are equal, and only the same ones were replaced.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSame(T one, T other)
    {
        if (!typeof(T).IsValueType)
        {
            return ReferenceEquals(one, other);
        }

        // SAFETY: T is a primitive or an enum here, and each case reads the size that it has.
        return Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.As<T, byte>(ref one) == Unsafe.As<T, byte>(ref other),
            2 => Unsafe.As<T, short>(ref one) == Unsafe.As<T, short>(ref other),
            4 => Unsafe.As<T, int>(ref one) == Unsafe.As<T, int>(ref other),
            _ => Unsafe.As<T, long>(ref one) == Unsafe.As<T, long>(ref other),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReplace(Box? seenBox, T seen, Box? nextBox, T next) =>
        IsInPlace ? IsSame(Interlocked.CompareExchange(ref value, next, seen), seen) : Interlocked.CompareExchange(ref box, nextBox, seenBox) == seenBox;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Read()
    {
        if (typeof(T).IsValueType && Unsafe.SizeOf<T>() > IntPtr.Size)
        {
            // A plain read of 64 bits may tear where words have 32.
            return Interlocked.CompareExchange(ref value, default!, default!);
        }

        T seen = value;
        // Pairs with the interlocked writes: what was written before the value is seen after it.
        Volatile.ReadBarrier();
        return seen;
    }

    private sealed class Box(T value)
    {
        internal readonly T Value = value;
    }
}
