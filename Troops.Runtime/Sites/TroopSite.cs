using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Sharing;
using Troops.Tasks;

namespace Troops;

/// <summary>Tells a generated body's frame the line of the await at which it suspends. Infrastructure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TroopSite
{
    /// <summary>The task, with the line of its await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SitedTask At(TroopTask task, int line) => new(task, line);

    /// <inheritdoc cref="At(TroopTask, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SitedTask<T> At<T>(TroopTask<T> task, int line) => new(task, line);

    /// <summary>As <see cref="At(TroopTask, int)"/>, where no handler encloses the await: a fault of the task becomes one of the body, which is not resumed for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SitedTask Through(TroopTask task, int line) => new(task, line, TaskFlags.Through);

    /// <inheritdoc cref="Through(TroopTask, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SitedTask<T> Through<T>(TroopTask<T> task, int line) => new(task, line, TaskFlags.Through);

    /// <summary>
    /// As <see cref="At(TroopTask, int)"/>, where only <c>finally</c> blocks enclose the await: if the task faults after the body has suspended, the await gives a default value, and the body then asks <see cref="TroopUnwind.IsPending"/> and returns, whatever it
    /// returns. If it has faulted before, that is thrown.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SitedTask Unwind(TroopTask task, int line) => new(task, line, TaskFlags.Unwinds);

    /// <inheritdoc cref="Unwind(TroopTask, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SitedTask<T> Unwind<T>(TroopTask<T> task, int line) => new(task, line, TaskFlags.Unwinds);

    /// <summary>As <see cref="Unwind(TroopTask, int)"/>, where the body returns what it awaits, and so need not ask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SitedTask<T> Return<T>(TroopTask<T> task, int line) => new(task, line, TaskFlags.Through | TaskFlags.Unwinds);

    /// <summary>The awaitable itself; the line is noted until it suspends.</summary>
    public static T At<T>(T awaitable, int line)
        where T : allows ref struct
    {
        SiteNote.Make(isCompleted: false, line, ofValueTask: false);
        return awaitable;
    }

    /// <inheritdoc cref="At{T}(T, int)"/>
    public static Task At(Task awaitable, int line)
    {
        SiteNote.Make(awaitable is { IsCompleted: true }, line, ofValueTask: false);
        return awaitable;
    }

    /// <inheritdoc cref="At{T}(T, int)"/>
    public static ValueTask At(ValueTask awaitable, int line)
    {
        SiteNote.Make(awaitable.IsCompleted, line, ofValueTask: true);
        return awaitable;
    }

    /// <inheritdoc cref="At{T}(T, int)"/>
    public static ConfiguredTaskAwaitable At(ConfiguredTaskAwaitable awaitable, int line)
    {
        SiteNote.Make(awaitable.GetAwaiter().IsCompleted, line, ofValueTask: false);
        return awaitable;
    }

    /// <inheritdoc cref="At{T}(T, int)"/>
    public static ConfiguredValueTaskAwaitable At(ConfiguredValueTaskAwaitable awaitable, int line)
    {
        SiteNote.Make(awaitable.GetAwaiter().IsCompleted, line, ofValueTask: true);
        return awaitable;
    }

    /// <inheritdoc cref="At{T}(T, int)"/>
    public static Task<T> At<T>(Task<T> awaitable, int line)
    {
        SiteNote.Make(awaitable is { IsCompleted: true }, line, ofValueTask: false);
        return awaitable;
    }

    /// <inheritdoc cref="At{T}(T, int)"/>
    public static ValueTask<T> At<T>(ValueTask<T> awaitable, int line)
    {
        SiteNote.Make(awaitable.IsCompleted, line, ofValueTask: true);
        return awaitable;
    }

    /// <inheritdoc cref="At{T}(T, int)"/>
    public static ConfiguredTaskAwaitable<T> At<T>(ConfiguredTaskAwaitable<T> awaitable, int line)
    {
        SiteNote.Make(awaitable.GetAwaiter().IsCompleted, line, ofValueTask: false);
        return awaitable;
    }

    /// <inheritdoc cref="At{T}(T, int)"/>
    public static ConfiguredValueTaskAwaitable<T> At<T>(ConfiguredValueTaskAwaitable<T> awaitable, int line)
    {
        SiteNote.Make(awaitable.GetAwaiter().IsCompleted, line, ofValueTask: true);
        return awaitable;
    }

    /// <summary>The variable itself: how it is awaited may change it.</summary>
    public static ref T Variable<T>(ref T awaitable, int line)
        where T : allows ref struct
    {
        SiteNote.Make(isCompleted: false, line, ofValueTask: null);
        return ref awaitable;
    }

    /// <summary>What is found out how to await when it is awaited.</summary>
    public static dynamic? Dynamic(object? awaitable, int line)
    {
        SiteNote.Make(isCompleted: false, line, ofValueTask: null);
        return awaitable;
    }

    /// <summary>Whatever is awaited next has that line: the end of an <c>await using</c>, or the next step of an <c>await foreach</c>, which no expression stands for.</summary>
    public static void Next(int line) => SiteNote.Make(isCompleted: false, line, ofValueTask: null);

    /// <summary>The sequence of an <c>await foreach</c>, with its line.</summary>
    public static SitedChannel<T> In<[Shareable] T>(Channel<T> sequence, int line) => new(sequence, line);

    /// <inheritdoc cref="In{T}(Channel{T}, int)"/>
    public static SitedSubscription<T> In<[Shareable] T>(Subscription<T> sequence, int line) => new(sequence, line);

    /// <summary>As <see cref="In{T}(Channel{T}, int)"/>, where no handler encloses the loop: see <see cref="Through(TroopTask, int)"/>.</summary>
    public static SitedChannel<T> Through<[Shareable] T>(Channel<T> sequence, int line) => new(sequence, line, TaskFlags.Through);

    /// <inheritdoc cref="Through{T}(Channel{T}, int)"/>
    public static SitedSubscription<T> Through<[Shareable] T>(Subscription<T> sequence, int line) => new(sequence, line, TaskFlags.Through);

    /// <inheritdoc cref="In{T}(Channel{T}, int)"/>
    public static SitedSequence<T> In<T>(IAsyncEnumerable<T> sequence, int line) => new(sequence, line);

    /// <summary>The sequence itself, for how it is awaited is its own business; the line is noted for its first step.</summary>
    public static T In<T>(T sequence, int line)
        where T : allows ref struct
    {
        SiteNote.Make(isCompleted: false, line, ofValueTask: null);
        return sequence;
    }
}
