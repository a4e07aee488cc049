using Troops.Benchmarks.Harness;

namespace Troops.Benchmarks.Rows;

/// <summary>Every row, in the order of the table.</summary>
internal static class Catalog
{
    internal static IReadOnlyList<Row> Rows { get; } =
    [
        StartComplete.Row,
        Parked.Row,
        Parked.Shared,
        PingPong.Row,
        PingPong2.Row,
        Skynet.Row,
        Ring.Row,
        FanIn.Row,
        OneWay.Row,
        OneWay.Unbounded,
        YieldRow.Row,
        Chain.SyncChain,
        Chain.SuspendOnce,
        Chain.Exception10,
        CancelledChain.Row,
        ReadyChannel.Row,
        Loop.Row,
        Ticker.Idle,
        Ticker.Beside,
        Ticker.BesideSilent,
        EndlessLoop.Beside,
        EndlessLoop.BesideApart,
        EndlessLoop.Kill,
        Timers.Row,
    ];
}
