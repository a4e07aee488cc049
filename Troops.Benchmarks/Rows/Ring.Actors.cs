using System.Diagnostics;
using Akka.Actor;
using Proto;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using ActorSystem = Akka.Actor.ActorSystem;
using AkkaProps = Akka.Actor.Props;
using ProtoProps = Proto.Props;

namespace Troops.Benchmarks.Rows;

/// <content>The token is always the same object; who has it counts the hop.</content>
internal static partial class Ring
{
    private static async Task<Sample> AkkaActors(int count)
    {
        ActorSystem system = ActorSystems.Akka;
        TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        IActorRef[] ring = new IActorRef[Size];
        int hops = 0;
        for (int i = 0; i < Size; i++)
        {
            int next = (i + 1) % Size;
            ring[i] = system.ActorOf(
                AkkaActor.Props(() =>
                    new AkkaActor(
                        (_, token) =>
                        {
                            if (hops++ == count)
                            {
                                ended.SetResult(hops);
                            }
                            else
                            {
                                ring[next].Tell(token);
                            }
                        }
                    )
                )
            );
        }

        long start = Stopwatch.GetTimestamp();
        ring[0].Tell("token");
        Check.Equal(count + 1, await ended.Task, "the number of tokens received");
        double taken = Sample.PerOperation(start, count);
        foreach (IActorRef actor in ring)
        {
            system.Stop(actor);
        }

        return taken;
    }

    private static async Task<Sample> ProtoActors(int count)
    {
        IRootContext root = ActorSystems.Proto.Root;
        TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        PID[] ring = new PID[Size];
        int hops = 0;
        for (int i = 0; i < Size; i++)
        {
            int next = (i + 1) % Size;
            ring[i] = root.Spawn(
                ProtoProps.FromFunc(context =>
                {
                    if (context.Message is not string token)
                    {
                        return Task.CompletedTask;
                    }

                    if (hops++ == count)
                    {
                        ended.SetResult(hops);
                    }
                    else
                    {
                        context.Send(ring[next], token);
                    }

                    return Task.CompletedTask;
                })
            );
        }

        long start = Stopwatch.GetTimestamp();
        root.Send(ring[0], "token");
        Check.Equal(count + 1, await ended.Task, "the number of tokens received");
        double taken = Sample.PerOperation(start, count);
        foreach (PID actor in ring)
        {
            root.Stop(actor);
        }

        return taken;
    }
}
