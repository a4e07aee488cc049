using BenchmarkDotNet.Attributes;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Rows;

namespace Troops.Benchmarks.Micro;

/// <summary>The rows of ten calls under BenchmarkDotNet: its statistics, its memory column. One operation is one of the row.</summary>
/// <remarks>In this OS process: the runtime is what is measured, and starting a process of ours for each million operations does not show.</remarks>
[InProcess, MemoryDiagnoser]
public class ChainBenchmarks
{
    private const int Operations = 1_000_000;

    /// <summary>Ours, and the peers of the row.</summary>
    [ParamsSource(nameof(Contestants))]
    public string Contestant { get; set; } = "";

    /// <summary>What <see cref="Contestant"/> may be.</summary>
    public static IEnumerable<string> Contestants => [Harness.Contestant.Ours, "Task", "ValueTask"];

    /// <summary>10 calls deep, complete at once.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public Task SyncChain() => Measure(Chain.SyncChain, Operations);

    /// <summary>10 calls deep, one suspension.</summary>
    [Benchmark(OperationsPerInvoke = Operations / 10)]
    public Task SuspendOnce() => Measure(Chain.SuspendOnce, Operations / 10);

    /// <summary>An exception through 10 calls.</summary>
    [Benchmark(OperationsPerInvoke = Operations / 1000)]
    public Task Exception10() => Measure(Chain.Exception10, Operations / 1000);

    private Task<Sample> Measure(Row row, int operations) => row.Contestants.Single(contestant => contestant.Name == Contestant).Measure(operations);
}
