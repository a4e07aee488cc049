using System.Runtime.InteropServices;

namespace Troops.Benchmarks.Document;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    internal static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}, {Collector()}";

    private static string Collector() => System.Runtime.GCSettings.IsServerGC ? "server GC" : "workstation GC";

    private static string Processor()
    {
        const string list = "/proc/cpuinfo";
        string? model = File.Exists(list) ? File.ReadLines(list).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model?.Split(':')[1].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
