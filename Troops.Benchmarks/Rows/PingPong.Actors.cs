using System.Diagnostics;
using Akka.Actor;
using Proto;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using ActorSystem = Akka.Actor.ActorSystem;
using AkkaProps = Akka.Actor.Props;
using ProtoProps = Proto.Props;

namespace Troops.Benchmarks.Rows;

/// <content>Two actors; the message is always the same object, so that none is made.</content>
internal static partial class PingPong
{
    private static async Task<Sample> AkkaActors(int count)
    {
        ActorSystem system = ActorSystems.Akka;
        TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int received = 0;
        AkkaProps props = AkkaActor.Props(() =>
            new AkkaActor(
                (context, message) =>
                {
                    // Only the one that has the ball counts.
                    if (++received == count)
                    {
                        ended.SetResult(received);
                    }
                    else
                    {
                        context.Sender.Tell(message, context.Self);
                    }
                }
            )
        );
        IActorRef one = system.ActorOf(props);
        IActorRef other = system.ActorOf(props);
        long start = Stopwatch.GetTimestamp();
        one.Tell("ball", other);
        Check.Equal(count, await ended.Task, "the number of messages");
        double taken = Sample.PerOperation(start, count);
        system.Stop(one);
        system.Stop(other);
        return taken;
    }

    private static async Task<Sample> ProtoActors(int count)
    {
        IRootContext root = ActorSystems.Proto.Root;
        TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int received = 0;
        PID[] players = new PID[2];
        for (int i = 0; i < players.Length; i++)
        {
            int opponent = 1 - i;
            players[i] = root.Spawn(
                ProtoProps.FromFunc(context =>
                {
                    if (context.Message is not string message)
                    {
                        return Task.CompletedTask;
                    }

                    if (++received == count)
                    {
                        ended.SetResult(received);
                    }
                    else
                    {
                        context.Send(players[opponent], message);
                    }

                    return Task.CompletedTask;
                })
            );
        }

        long start = Stopwatch.GetTimestamp();
        root.Send(players[0], "ball");
        Check.Equal(count, await ended.Task, "the number of messages");
        double taken = Sample.PerOperation(start, count);
        root.Stop(players[0]);
        root.Stop(players[1]);
        return taken;
    }
}
