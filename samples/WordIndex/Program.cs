return await WordIndex.CommandLine.RunAsync(args).ConfigureAwait(false);
