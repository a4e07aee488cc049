using Spectre.Console;
using Troops.Sharing;
using WordIndex.Indexing;

namespace WordIndex.Output;

/// <summary>Draws the progress on standard error, if that is a terminal; elsewhere it would only litter a file.</summary>
internal static class ProgressBar
{
    /// <summary>Draws until the channel is closed, then leaves no trace. Runs outside the threads: a channel can be read there too.</summary>
    public static async Task ShowAsync(Channel<ProgressStep> progress)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!console.Profile.Out.IsTerminal || !console.Profile.Capabilities.Interactive)
        {
            return;
        }

        await console
            .Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new DownloadedColumn())
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("reading", maxValue: 0);
                await foreach (ProgressStep step in progress)
                {
                    bar.MaxValue += step.BytesFound;
                    bar.Increment(step.BytesRead);
                }
            })
            .ConfigureAwait(false);
    }
}
