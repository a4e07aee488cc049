using System.Diagnostics;
using Akka.Actor;
using Proto;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using ActorSystem = Akka.Actor.ActorSystem;
using AkkaProps = Akka.Actor.Props;
using ProtoProps = Proto.Props;

namespace Troops.Benchmarks.Rows;

/// <content>An actor a node; it tells its sum to its parent and stops.</content>
internal static partial class Skynet
{
    private static async Task<Sample> AkkaActors(int count)
    {
        int leaves = Leaves(count);
        TaskCompletionSource<long> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ActorSystem system = ActorSystems.Akka;
        long start = Stopwatch.GetTimestamp();
        system.ActorOf(AkkaNode(null, 0, leaves, ended));
        CheckSum(leaves, await ended.Task);
        return PerMillion(start, leaves);
    }

    private static AkkaProps AkkaNode(IActorRef? parent, long number, int leaves, TaskCompletionSource<long> ended) =>
        AkkaActor.Props(() =>
        {
            SkynetSum children = new();
            return new AkkaActor(
                (context, sum) =>
                {
                    if (children.Add((long)sum))
                    {
                        Tell(context, children.Sum);
                    }
                },
                context =>
                {
                    if (leaves == 1)
                    {
                        Tell(context, number);
                        return;
                    }

                    for (int i = 0; i < 10; i++)
                    {
                        context.ActorOf(AkkaNode(context.Self, number + ((long)i * (leaves / 10)), leaves / 10, ended));
                    }
                }
            );

            void Tell(IUntypedActorContext context, long sum)
            {
                if (parent is null)
                {
                    ended.SetResult(sum);
                }
                else
                {
                    parent.Tell(sum);
                }

                context.Stop(context.Self);
            }
        });

    private static async Task<Sample> ProtoActors(int count)
    {
        int leaves = Leaves(count);
        TaskCompletionSource<long> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        IRootContext root = ActorSystems.Proto.Root;
        long start = Stopwatch.GetTimestamp();
        root.Spawn(ProtoNode(null, 0, leaves, ended));
        CheckSum(leaves, await ended.Task);
        return PerMillion(start, leaves);
    }

    private static ProtoProps ProtoNode(PID? parent, long number, int leaves, TaskCompletionSource<long> ended)
    {
        SkynetSum children = new();
        return ProtoProps.FromFunc(context =>
        {
            switch (context.Message)
            {
                case Started when leaves == 1:
                    Tell(context, number);
                    break;
                case Started:
                    for (int i = 0; i < 10; i++)
                    {
                        context.Spawn(ProtoNode(context.Self, number + ((long)i * (leaves / 10)), leaves / 10, ended));
                    }

                    break;
                case long sum when children.Add(sum):
                    Tell(context, children.Sum);
                    break;
            }

            return Task.CompletedTask;
        });

        void Tell(IContext context, long sum)
        {
            if (parent is null)
            {
                ended.SetResult(sum);
            }
            else
            {
                context.Send(parent, sum);
            }

            context.Stop(context.Self);
        }
    }
}
