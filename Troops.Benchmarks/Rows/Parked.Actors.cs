using Akka.Actor;
using Proto;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using ActorSystem = Akka.Actor.ActorSystem;
using AkkaProps = Akka.Actor.Props;
using ProtoProps = Proto.Props;

namespace Troops.Benchmarks.Rows;

/// <content>An actor that has started and has no message. The array that holds the references is not counted, the references are.</content>
internal static partial class Parked
{
    private static async Task<Sample> AkkaActors(int count)
    {
        Countdown received = new(count);
        Countdown started = new(count);
        AkkaProps props = AkkaActor.Props(() => new AkkaActor((_, _) => received.Signal(), _ => started.Signal()));
        IActorRef[] actors = new IActorRef[count];
        ActorSystem system = ActorSystems.Akka;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < count; i++)
        {
            actors[i] = system.ActorOf(props);
        }

        await started.Ended;
        double bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count;
        foreach (IActorRef actor in actors)
        {
            actor.Tell("message");
        }

        await received.Ended;
        await ActorSystems.StopAsync();
        return bytes;
    }

    private static async Task<Sample> ProtoActors(int count)
    {
        Countdown received = new(count);
        Countdown started = new(count);
        ProtoProps props = ProtoProps.FromFunc(context =>
        {
            switch (context.Message)
            {
                case Started:
                    started.Signal();
                    break;
                case string:
                    received.Signal();
                    break;
            }

            return Task.CompletedTask;
        });
        PID[] actors = new PID[count];
        IRootContext root = ActorSystems.Proto.Root;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < count; i++)
        {
            actors[i] = root.Spawn(props);
        }

        await started.Ended;
        double bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count;
        foreach (PID actor in actors)
        {
            root.Send(actor, "message");
        }

        await received.Ended;
        await ActorSystems.StopAsync();
        return bytes;
    }
}
