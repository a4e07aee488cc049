using System.Runtime.CompilerServices;
using Troops.Diagnostics;

namespace Troops.Tasks;

/// <summary>A suspended body: the compiler's state machine and the task in one object, made at the first suspension and never reused.</summary>
internal sealed class BodyFrame<TStateMachine, T> : BodyTask<T>
    where TStateMachine : IAsyncStateMachine
{
    private static BodyPlace? place;

    /// <summary>A field: the state machine runs in place.</summary>
    internal TStateMachine? StateMachine;

    internal BodyFrame(TroopThread thread)
        : base(thread) { }

    /// <summary>One object a body: a dump asks a million times.</summary>
    internal override BodyPlace Place => PlaceOfBody;

    /// <inheritdoc cref="Place"/>
    internal static BodyPlace PlaceOfBody => place ??= BodyPlaces.Of(typeof(TStateMachine));

    internal override string Name => Place.Name;

    internal override void Run()
    {
        if (Has(TaskFlags.PassesOn))
        {
            PassOn(Awaited);
        }
        else
        {
            WaitsFor = null;
            StateMachine!.MoveNext();
        }

        if (IsCompleted)
        {
            // What the body held is garbage now, even if the task is kept.
            StateMachine = default;
        }
    }
}
