using BenchmarkDotNet.Attributes;
using Troops.Benchmarks.Rows;

namespace Troops.Benchmarks.Micro;

/// <summary>The row of the ready receive under BenchmarkDotNet. Unlike the row it counts the sending too.</summary>
[InProcess, MemoryDiagnoser]
public class ReadyChannelBenchmarks
{
    private const int Operations = 1_000_000;

    /// <summary>Ours, and the peers of the row.</summary>
    [ParamsSource(nameof(Contestants))]
    public string Contestant { get; set; } = "";

    /// <summary>What <see cref="Contestant"/> may be.</summary>
    public static IEnumerable<string> Contestants => ReadyChannel.Row.Contestants.Select(static contestant => contestant.Name);

    /// <summary>Sends and receives what is there.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public Task Receive() => ReadyChannel.Row.Contestants.Single(contestant => contestant.Name == Contestant).Measure(Operations);
}
