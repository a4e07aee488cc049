using BenchmarkDotNet.Running;
using Troops.Benchmarks;

// BenchmarkDotNet has a command line of its own: build/bench --bdn --filter '*Chain*'
if (args is ["--bdn", .. string[] rest])
{
    BenchmarkSwitcher.FromAssembly(typeof(BenchCommand).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
    return 0;
}

return await new BenchCommand(Console.Out, Console.Error).RunAsync(args);
