using Akka.Actor;

namespace Troops.Benchmarks.Peers;

/// <summary>An actor of Akka.NET, from functions.</summary>
internal sealed class AkkaActor(Action<IUntypedActorContext, object> receive, Action<IUntypedActorContext>? started = null, Action? stopped = null)
    : UntypedActor
{
    /// <summary>Makes each actor by a call; <c>Props.Create</c> would go through reflection.</summary>
    internal static Props Props(Func<AkkaActor> make) => Akka.Actor.Props.CreateBy(new Producer(make));

    protected override void PreStart() => started?.Invoke(Context);

    protected override void PostStop() => stopped?.Invoke();

    protected override void OnReceive(object message) => receive(Context, message);

    private sealed class Producer(Func<AkkaActor> make) : IIndirectActorProducer
    {
        public Type ActorType => typeof(AkkaActor);

        public ActorBase Produce() => make();

        public void Release(ActorBase actor) { }
    }
}
