using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Tasks;

namespace Troops;

/// <summary>What the C# compiler drives the generator's copy of an <c>async</c> <see cref="TroopTask"/> method with. Infrastructure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TroopCopyMethodBuilder
{
    private BodyBuilder<Unit> builder;

    /// <summary>The task that the method returns.</summary>
    public readonly TroopTask Task => new(builder.Core);

    /// <summary>Called by the compiler.</summary>
    public static TroopCopyMethodBuilder Create() => default;

    /// <summary>Runs the body up to its first suspension. Throws outside of a thread, and in a troop that was killed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => BodyBuilder<Unit>.StartCopy(ref stateMachine);

    /// <summary>Called by the compiler; does nothing.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>Called by the compiler.</summary>
    public void SetResult() => builder.SetResult(default);

    /// <summary>Called by the compiler.</summary>
    public void SetException(Exception exception) => builder.SetException(exception);

    /// <summary>Called by the compiler.</summary>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => builder.Await(ref awaiter, ref stateMachine, copy: true);

    /// <summary>Called by the compiler.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => builder.AwaitUnsafe(ref awaiter, ref stateMachine, copy: true);
}
