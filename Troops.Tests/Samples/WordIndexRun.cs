using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Troops.Tests.Samples;

/// <summary>One run of the WordIndex sample, as a user starts it: a process of its own, with its output redirected.</summary>
internal sealed record WordIndexRun(int ExitCode, string Output, string Error)
{
    private static readonly string[] SummaryUnits = ["files", "bytes", "words", "threads", "workers", "seconds"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What the last line on standard error says; a run that does not end with such a line fails the test.</summary>
    public WordIndexSummary Summary
    {
        get
        {
            string[][] parts = [.. ErrorLines[^1].Split(", ").Select(part => part.Split(' '))];
            Assert.That(parts.Select(part => part[^1]), Is.EqualTo(SummaryUnits), Error);
            long[] numbers = [.. parts[..^1].Select(part => long.Parse(part[0], CultureInfo.InvariantCulture))];
            return new WordIndexSummary(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        }
    }

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines about what could not be counted.</summary>
    public string[] Problems => ErrorLines[..^1];

    public static async Task<WordIndexRun> Of(params IEnumerable<string> arguments)
    {
        using Process process = Start(arguments);
        process.StandardInput.Close();
        return await End(process);
    }

    /// <summary>Starts the sample without waiting for it; its standard input stays open.</summary>
    public static Process Start(params IEnumerable<string> arguments)
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/ is where the runtime of these tests is.
        string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        ProcessStartInfo start = new(dotnet, [Path.Combine(AppContext.BaseDirectory, "WordIndex.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        return Process.Start(start)!;
    }

    public static async Task<WordIndexRun> End(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new WordIndexRun(process.ExitCode, await output, (await error).ReplaceLineEndings("\n"));
    }
}
