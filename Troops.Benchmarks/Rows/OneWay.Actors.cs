using System.Diagnostics;
using Akka.Actor;
using Proto;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using ActorSystem = Akka.Actor.ActorSystem;
using AkkaProps = Akka.Actor.Props;
using ProtoProps = Proto.Props;

namespace Troops.Benchmarks.Rows;

/// <content>Into an actor's mailbox, which has no bound; each value is boxed, as any value sent to an actor is.</content>
internal static partial class OneWay
{
    private static async Task<Sample> AkkaActors(int count)
    {
        ActorSystem system = ActorSystems.Akka;
        TaskCompletionSource<long> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        (long sum, int left) = (0, count);
        IActorRef adder = system.ActorOf(
            AkkaActor.Props(() =>
                new AkkaActor(
                    (_, value) =>
                    {
                        sum += (long)value;
                        if (--left == 0)
                        {
                            ended.SetResult(sum);
                        }
                    }
                )
            )
        );
        long start = Stopwatch.GetTimestamp();
        for (long i = 0; i < count; i++)
        {
            adder.Tell(i, ActorRefs.NoSender);
        }

        CheckSum(count, await ended.Task);
        double taken = Sample.PerOperation(start, count);
        system.Stop(adder);
        return taken;
    }

    private static async Task<Sample> ProtoActors(int count)
    {
        IRootContext root = ActorSystems.Proto.Root;
        TaskCompletionSource<long> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        (long sum, int left) = (0, count);
        PID adder = root.Spawn(
            ProtoProps.FromFunc(context =>
            {
                if (context.Message is long value)
                {
                    sum += value;
                    if (--left == 0)
                    {
                        ended.SetResult(sum);
                    }
                }

                return Task.CompletedTask;
            })
        );
        long start = Stopwatch.GetTimestamp();
        for (long i = 0; i < count; i++)
        {
            root.Send(adder, i);
        }

        CheckSum(count, await ended.Task);
        double taken = Sample.PerOperation(start, count);
        root.Stop(adder);
        return taken;
    }
}
