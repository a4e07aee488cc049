using System.CommandLine;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Rows;

namespace Troops.Benchmarks;

/// <summary>What may be said to build/bench.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int Usage = 2;

    private static readonly Argument<string[]> Names = new("row") { Description = "Which rows; default: all.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Quick = new("--quick") { Description = "Short rounds: all rows within two minutes on two cores." };
    private static readonly Option<bool> List = new("--list") { Description = "Say which rows there are, and against whom." };
    private static readonly Option<bool> Smoke = new("--smoke") { Description = "Run everything once, small, and measure nothing." };
    private static readonly Option<FileInfo?> Output = new("--output") { Description = "Write the lines there too." };

    internal static async Task<int> RunAsync(string[] args)
    {
        RootCommand command = new("Measures Troops and its peers in the same run. A line a row and peer; a ratio above 1 says that we are better.")
        {
            Names,
            Quick,
            List,
            Smoke,
            Output,
        };
        command.SetAction(BenchAsync);
        ParseResult parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(string.Join("; ", parsed.Errors.Select(static error => error.Message)));
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static async Task<int> BenchAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string[] names = parsed.GetValue(Names) ?? [];
        string[] unknown = [.. names.Where(static name => Catalog.Rows.All(row => row.Name != name))];
        if (unknown.Length > 0)
        {
            return Refuse($"no row is named {string.Join(", ", unknown)}; there are: {string.Join(", ", Catalog.Rows.Select(static row => row.Name))}");
        }

        IReadOnlyList<Row> rows = names.Length == 0 ? Catalog.Rows : [.. Catalog.Rows.Where(row => names.Contains(row.Name, StringComparer.Ordinal))];
        if (parsed.GetValue(List))
        {
            foreach (Row row in rows)
            {
                Console.WriteLine($"{row.Name}\t{string.Join(", ", row.Units)}\t{row.What}\t{string.Join(", ", row.Contestants.Skip(1).Select(static peer => peer.Name))}");
            }

            return 0;
        }

        if (parsed.GetValue(Smoke))
        {
            foreach (Row row in rows)
            {
                await Runner.SmokeAsync(row, oursOnly: false);
            }

            return 0;
        }

        await using TextWriter? file = parsed.GetValue(Output) is { } path ? path.CreateText() : null;
        await WriteAsync(Line.Header);
        Runner runner = new(parsed.GetValue(Quick) ? Plan.Quick : Plan.Full);
        int failed = 0;
        foreach (Row row in rows)
        {
            try
            {
                foreach (Line line in await runner.MeasureAsync(row))
                {
                    await WriteAsync(line.ToString());
                }
            }
            catch (Exception fault)
            {
                // The other rows are worth having.
                await Console.Error.WriteLineAsync($"build/bench: row {row.Name} failed: {fault}");
                failed = Failed;
            }
        }

        return failed;

        async Task WriteAsync(string line)
        {
            await Console.Out.WriteLineAsync(line);
            if (file is not null)
            {
                await file.WriteLineAsync(line);
            }
        }
    }

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine($"build/bench: {problem}");
        return Usage;
    }
}
