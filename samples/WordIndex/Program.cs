return await new WordIndex.CommandLine().RunAsync(args).ConfigureAwait(false);
