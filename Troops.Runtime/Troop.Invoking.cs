using Troops.Boundaries;
using Troops.Seams;
using Troops.Tasks;

namespace Troops;

/// <content>Work from elsewhere: a troop boundary.</content>
public sealed partial class Troop
{
    /// <summary>Runs <paramref name="body"/> in a new thread of this troop. Only data crosses: it may capture nothing but values that go between troops as they are.</summary>
    /// <exception cref="TroopKilledException">The troop was killed before or meanwhile.</exception>
    /// <exception cref="TroopFault">The body faulted; this is a copy of its exception.</exception>
    /// <exception cref="InvalidOperationException">The troop is stopped.</exception>
    public ValueTask InvokeAsync([TroopEntry] Action body) => new(Run<Unit>(body));

    /// <inheritdoc cref="InvokeAsync(Action)"/>
    public ValueTask InvokeAsync([TroopEntry] Func<TroopTask> body) => new(Run<Unit>(body));

    /// <inheritdoc cref="InvokeAsync(Action)"/>
    /// <exception cref="NotSupportedException">A <typeparamref name="T"/> cannot cross.</exception>
    public ValueTask<T> InvokeAsync<T>([TroopEntry] Func<T> body)
    {
        ThreadResult<T>.Check(nameof(body));
        return new ValueTask<T>(Run<T>(body));
    }

    /// <inheritdoc cref="InvokeAsync{T}(Func{T})"/>
    public ValueTask<T> InvokeAsync<T>([TroopEntry] Func<TroopTask<T>> body) => new(Run<T>(body));

    /// <summary>Runs <paramref name="body"/> with <paramref name="message"/> in a new thread of this troop; the message crosses.</summary>
    /// <exception cref="NotSupportedException">A <typeparamref name="TMessage"/> cannot cross.</exception>
    /// <inheritdoc cref="InvokeAsync(Action)"/>
    public ValueTask InvokeAsync<TMessage>(TMessage message, [TroopEntry] Action<TMessage> body)
    {
        Check(message, body);
        return new ValueTask(Run<Unit>((Action)(() => body(message))));
    }

    /// <inheritdoc cref="InvokeAsync{TMessage}(TMessage, Action{TMessage})"/>
    public ValueTask InvokeAsync<TMessage>(TMessage message, [TroopEntry] Func<TMessage, TroopTask> body)
    {
        Check(message, body);
        return new ValueTask(Run<Unit>((Func<TroopTask>)(() => body(message))));
    }

    /// <inheritdoc cref="InvokeAsync{TMessage}(TMessage, Action{TMessage})"/>
    public ValueTask<T> InvokeAsync<TMessage, T>(TMessage message, [TroopEntry] Func<TMessage, T> body)
    {
        Check(message, body);
        ThreadResult<T>.Check(nameof(body));
        return new ValueTask<T>(Run<T>((Func<T>)(() => body(message))));
    }

    /// <inheritdoc cref="InvokeAsync{TMessage}(TMessage, Action{TMessage})"/>
    public ValueTask<T> InvokeAsync<TMessage, T>(TMessage message, [TroopEntry] Func<TMessage, TroopTask<T>> body)
    {
        Check(message, body);
        return new ValueTask<T>(Run<T>((Func<TroopTask<T>>)(() => body(message))));
    }

    private static void Check<TMessage>(TMessage message, Delegate body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Crossing<TMessage>.Check();
        Crossing<TMessage>.CheckValue(message);
    }

    private Task<T> Run<T>(Delegate body)
    {
        Crossing<T>.Check();
        CoarseClock.Refresh();
        return Copied(TroopThread<T>.LaunchOutside(this, body, context: null));
    }

    /// <summary>The exception stays where it was thrown; a copy comes over.</summary>
    private static async Task<T> Copied<T>(Task<T> running)
    {
        T result;
        try
        {
            result = await running.ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            throw TroopFault.CopyOf(fault);
        }

        return Crossing<T>.CheckValue(result);
    }
}
