return await Troops.Benchmarks.CommandLine.RunAsync(args);
