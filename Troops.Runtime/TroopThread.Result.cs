using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Troops.Boundaries;
using Troops.Tasks;

namespace Troops;

/// <summary>A <see cref="TroopThread"/> with a result.</summary>
[ThreadSafe]
[Audited("the runtime's owners", "the result is written by the thread before it ends, and read by joins after that", "2030-12-31")]
public sealed class TroopThread<T> : TroopThread
{
    private T? result;

    private static bool IsShareable => ThreadResult<T>.IsShareable;

    internal TroopThread(Troop troop, Delegate body, ExecutionContext? context)
        : base(troop, body, context) { }

    /// <summary>As <see cref="TroopThread.Completion"/>, with the result, which must be shareable: immutable or thread-safe.</summary>
    /// <exception cref="InvalidOperationException">A <typeparamref name="T"/> cannot be shared; use <see cref="Join"/>.</exception>
    public new TroopTask<T> Completion =>
        new(Observe(new JoinOperation<T>(JoiningThread(), IsShareable ? this : throw Mistakes.NotShareable(this, typeof(T)), moves: false)));

    /// <summary>Waits for the end and moves the result here: any type will do, the thread that made it is over.</summary>
    /// <exception cref="InvalidOperationException">The result was moved to an earlier join and a <typeparamref name="T"/> cannot be shared; a thread joins itself, or one of another troop.</exception>
    public new TroopTask<T> Join()
    {
        TroopThread? joining = JoiningThread();
        bool first = ClaimFirstJoin();
        if (first && HasResult)
        {
            return new TroopTask<T>(ResultFor(moves: true));
        }

        return new TroopTask<T>(Observe(new JoinOperation<T>(joining, first || IsShareable ? this : throw Mistakes.ResultMoved(this, typeof(T)), first)));
    }

    /// <summary>Starts a thread that ordinary code joins, also if a thread calls this. The join comes before the thread runs, so a fault never seems to be nobody's.</summary>
    internal static Task<T> LaunchOutside(Troop troop, Delegate body, ExecutionContext? context) =>
        LaunchJoined<T, JoinOperation<T>>(troop, body, context, static thread => new JoinOperation<T>(null, thread, moves: true)).OutsideTask;

    /// <summary>The result; the thread has ended without a fault.</summary>
    internal T ResultFor(bool moves)
    {
        T value = result!;
        if (moves && !IsShareable)
        {
            result = default;
        }

        return value;
    }

    private protected override void RunBody(Delegate start)
    {
        switch (start)
        {
            case Func<TroopTask<T>> task:
                TroopTask<T> started = task();
                Begin(started.Core, started.Result);
                break;
            case Func<T> function:
                Begin(null, function());
                break;
            case Func<TroopTask> task:
                Begin((TaskCore<T>?)(object?)task().Core, default);
                break;
            default:
                ((Action)start)();
                Begin(null, default);
                break;
        }
    }

    private protected override void KeepResult(TaskCore root) => result = ((TaskCore<T>)root).Result;

    /// <summary>The body has returned; <paramref name="root"/> is null if it ended inline with <paramref name="value"/>.</summary>
    private void Begin(TaskCore<T>? root, T? value)
    {
        if (root is null)
        {
            result = value;
            RootEnded();
        }
        else
        {
            AdoptRoot(root);
        }
    }
}
