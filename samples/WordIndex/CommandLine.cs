using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Troops;
using Troops.Sharing;
using WordIndex.Discovery;
using WordIndex.Indexing;
using WordIndex.Output;

namespace WordIndex;

/// <summary>The command line: what may be said there, and what then happens.</summary>
internal sealed class CommandLine
{
    private const int MaxWorkers = 256;

    private readonly Argument<string[]> paths = new("directory|file")
    {
        Description = "What to read; directories with everything below them. Default: the XML documentation that ships with the .NET SDK.",
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { argument => RefuseEmpty(argument) },
    };

    private readonly Option<int> top = Number("--top", "How many of the most frequent words to print.", 20, int.MaxValue);

    private readonly Option<int> workers = Number(
        "--workers",
        "How many kernel threads to run on.",
        Math.Min(Environment.ProcessorCount, MaxWorkers),
        MaxWorkers
    );

    private readonly Option<bool> json = new("--json") { Description = "Print words and summary as JSON." };

    private readonly Option<string?> trace = new("--trace")
    {
        Description = "Write a trace of the scheduler to this file; Perfetto (https://ui.perfetto.dev) opens it.",
        HelpName = "file",
    };

    public async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        RootCommand command = new("Counts the words of text files, on Troops threads that share nothing mutable.") { paths, top, workers, json, trace };
        command.SetAction(CountAsync);

        // A path may well start with an @.
        ParseResult parsed = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        string[] errors = [.. parsed.Errors.Count > 0 ? parsed.Errors.Select(error => error.Message) : UnknownOptions(parsed)];
        if (errors.Length > 0)
        {
            foreach (string error in errors)
            {
                Messages.Write(error);
            }

            Messages.Write("--help lists what is possible");
            return ExitCode.Usage;
        }

        // A defect of this program is not to look like a file that could not be read.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    private async Task<int> CountAsync(ParseResult parsed, CancellationToken cancellation)
    {
        ImmutableArray<string> given = [.. parsed.GetValue(paths) ?? []];
        if (given.IsEmpty)
        {
            given = SdkDocumentation.Find();
        }

        if (given.IsEmpty)
        {
            Messages.Write("this .NET has no XML documentation below its packs directory: name the files or directories to read");
            return ExitCode.Incomplete;
        }

        int parallelism = parsed.GetValue(workers);
        IndexRequest request = new(given, parsed.GetValue(top), parallelism);
        Channel<ProgressStep> progress = new(capacity: 64);
        Task bar = ProgressBar.ShowAsync(progress);
        IndexResult result;
        try
        {
            result = await IndexAsync(request, progress, parsed.GetValue(trace), cancellation).ConfigureAwait(false);
        }
        catch (TraceFileException e)
        {
            Messages.Write($"the trace: {e.Message}");
            return ExitCode.Incomplete;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Messages.Write("cancelled");
            return ExitCode.Cancelled;
        }
        finally
        {
            progress.Close();
            await bar.ConfigureAwait(false);
        }

        Summary summary = Summary.Of(result, parallelism);
        bool written = Messages.TryAnswer(parsed.GetValue(json) ? Report.AsJson(result.Top, summary) : Report.AsLines(result.Top));
        foreach (Problem problem in result.Problems)
        {
            Messages.Write(problem);
        }

        Console.Error.WriteLine(summary);
        return written && result.Problems.IsEmpty ? ExitCode.Complete : ExitCode.Incomplete;
    }

    private static async Task<IndexResult> IndexAsync(IndexRequest request, Channel<ProgressStep> progress, string? trace, CancellationToken cancellation)
    {
        TroopProcess process = new(new TroopProcessOptions { Workers = request.Parallelism, Name = nameof(WordIndex) });
        await using (process.ConfigureAwait(false))
        {
            TraceFile file = new(process, trace);
            await using (file.ConfigureAwait(false))
            {
                return await process.InvokeAsync(() => Indexer.Run(request, progress, cancellation)).ConfigureAwait(false);
            }
        }
    }

    private static void RefuseEmpty(ArgumentResult paths)
    {
        if (paths.Tokens.Any(token => token.Value.Length == 0))
        {
            paths.AddError("a path is empty");
        }
    }

    /// <summary>What looks like an option, and is none, would otherwise be taken for a path.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        parsed
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith('-'))
            .Select(token => $"unknown option {token.Value} (a path that starts like one goes after --)");

    private static Option<int> Number(string name, string description, int byDefault, int max) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => byDefault,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) || value < 1 || value > max)
                {
                    result.AddError($"{name} takes a whole number from 1 to {max}, not {text}");
                }

                return value;
            },
        };
}
