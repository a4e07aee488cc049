using System.Diagnostics;
using Akka.Actor;
using Proto;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using ActorSystem = Akka.Actor.ActorSystem;
using AkkaProps = Akka.Actor.Props;
using ProtoProps = Proto.Props;

namespace Troops.Benchmarks.Rows;

/// <content>An actor that stops itself as soon as it has started.</content>
internal static partial class StartComplete
{
    private static async Task<Sample> AkkaActors(int count)
    {
        Countdown left = new(count);
        AkkaProps props = AkkaActor.Props(() => new AkkaActor(static (_, _) => { }, static context => context.Stop(context.Self), left.Signal));
        ActorSystem system = ActorSystems.Akka;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            system.ActorOf(props);
        }

        await left.Ended;
        return Sample.PerOperation(start, count);
    }

    private static async Task<Sample> ProtoActors(int count)
    {
        Countdown left = new(count);
        ProtoProps props = ProtoProps.FromFunc(context =>
        {
            switch (context.Message)
            {
                case Started:
                    context.Stop(context.Self);
                    break;
                case Stopped:
                    left.Signal();
                    break;
            }

            return Task.CompletedTask;
        });
        IRootContext root = ActorSystems.Proto.Root;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            root.Spawn(props);
        }

        await left.Ended;
        return Sample.PerOperation(start, count);
    }
}
