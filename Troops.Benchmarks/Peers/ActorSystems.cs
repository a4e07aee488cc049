using Akka.Actor;
using Akka.Configuration;

namespace Troops.Benchmarks.Peers;

/// <summary>The actor systems of the peers: made when a row first wants one, stopped at its end.</summary>
internal static class ActorSystems
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }");
    private static ActorSystem? akka;
    private static Proto.ActorSystem? proto;

    internal static ActorSystem Akka => akka ??= ActorSystem.Create("peer", Quiet);

    internal static Proto.ActorSystem Proto => proto ??= new Proto.ActorSystem();

    internal static async Task StopAsync()
    {
        if (akka is { } first)
        {
            akka = null;
            await first.Terminate();
        }

        if (proto is { } second)
        {
            proto = null;
            await second.ShutdownAsync();
        }
    }
}
