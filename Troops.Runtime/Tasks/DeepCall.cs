using System.Runtime.CompilerServices;
using Troops.Scheduling;

namespace Troops.Tasks;

/// <summary>Runs the first segment of a body on a fresh stack.</summary>
internal sealed class DeepCall<TStateMachine> : StackJob
    where TStateMachine : IAsyncStateMachine
{
    /// <summary>A copy: the caller's lives on a stack that this kernel thread must not point into. It goes back when the segment has ended.</summary>
    private TStateMachine stateMachine;

    private DeepCall(Worker worker, TStateMachine stateMachine)
        : base(worker) => this.stateMachine = stateMachine;

    internal static void Run(ref TStateMachine stateMachine)
    {
        Worker worker = Worker.Current!;
        DeepCall<TStateMachine> call = new(worker, stateMachine);

        // Two native stacks: neither can be left alone.
        bool parkable = worker.Gauge.Parkable;
        worker.Gauge.Parkable = false;
        bool ran = call.TryRun();
        worker.Gauge.Parkable = parkable;
        if (!ran)
        {
            throw new InsufficientExecutionStackException(
                "A chain of task calls is too deep: the stack is used up and no kernel thread is left to lend another one. Await in the middle of the chain, or make it a loop."
            );
        }

        stateMachine = call.stateMachine;
    }

    protected override void Body() => stateMachine.MoveNext();
}
