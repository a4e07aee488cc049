using System.CommandLine;
using Troops.Benchmarks.Analyzers;
using Troops.Benchmarks.Bodies;
using Troops.Benchmarks.Document;
using Troops.Benchmarks.Generators;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Rows;

namespace Troops.Benchmarks;

/// <summary>What may be said to build/bench.</summary>
internal sealed class BenchCommand(TextWriter lines, TextWriter errors)
{
    private const int Failed = 1;
    private const int Usage = 2;

    private static readonly Argument<string[]> Names = new("row") { Description = "Which rows; default: all.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Quick = new("--quick") { Description = "Short rounds: all rows within two minutes on two cores." };
    private static readonly Option<bool> List = new("--list") { Description = "Say which rows there are, in which units, and against whom." };
    private static readonly Option<bool> Smoke = new("--smoke") { Description = "Run everything once, small, and measure nothing." };
    private static readonly Option<FileInfo?> Output = new("--output") { Description = "Write the lines into this file too." };
    private static readonly Option<bool> Document = new("--document")
    {
        Description = "Write the table into docs/performance.md and draw docs/performance.png.",
    };

    internal async Task<int> RunAsync(string[] args)
    {
        RootCommand command = new("Measures Troops and its peers in the same run. A line a row and peer; a ratio above 1 says that ours is better.")
        {
            Names,
            Quick,
            List,
            Smoke,
            Output,
            Document,
            new AnalyzersCommand(lines, errors).Create(),
            new GeneratorsCommand(lines).Create(),
            new BodiesCommand(lines, errors).Create(),
        };
        command.SetAction(BenchAsync);
        ParseResult parsed = command.Parse(args);
        if (Problem(parsed) is { } problem)
        {
            errors.WriteLine($"build/bench: {problem}");
            return Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = lines });
    }

    private async Task<int> BenchAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string[] names = parsed.GetValue(Names) ?? [];
        IReadOnlyList<Row> rows = names.Length == 0 ? Catalog.Rows : [.. Catalog.Rows.Where(row => names.Contains(row.Name, StringComparer.Ordinal))];
        if (parsed.GetValue(List))
        {
            foreach (Row row in rows)
            {
                await lines.WriteLineAsync(row.ToString());
            }

            return 0;
        }

        if (parsed.GetValue(Smoke))
        {
            foreach (Row row in rows)
            {
                await Runner.SmokeAsync(row);
            }

            return 0;
        }

        Plan plan = parsed.GetValue(Quick) ? Plan.Quick : Plan.Full;
        List<Line> measured = [];
        int code;
        await using (TextWriter? file = parsed.GetValue(Output)?.CreateText())
        {
            code = await MeasureAsync(rows, new Runner(plan), measured, file);
        }

        if (parsed.GetValue(Document))
        {
            await PerformancePage.WriteAsync(measured, plan);
        }

        return code;
    }

    private async Task<int> MeasureAsync(IReadOnlyList<Row> rows, Runner runner, List<Line> measured, TextWriter? file)
    {
        await WriteAsync(Line.Header);
        int code = 0;
        foreach (Row row in rows)
        {
            try
            {
                foreach (Line line in await runner.MeasureAsync(row))
                {
                    measured.Add(line);
                    await WriteAsync(line.ToString());
                }
            }
            catch (Exception fault)
            {
                // The other rows are worth having.
                await errors.WriteLineAsync($"build/bench: row {row.Name} failed: {fault}");
                code = Failed;
            }
        }

        return code;

        async Task WriteAsync(string line)
        {
            await lines.WriteLineAsync(line);
            if (file is not null)
            {
                await file.WriteLineAsync(line);
            }
        }
    }

    private static string? Problem(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0)
        {
            return $"{string.Join("; ", parsed.Errors.Select(static error => error.Message))} --help lists what is possible";
        }

        string[] names = parsed.GetValue(Names) ?? [];
        string[] unknown = [.. names.Where(static name => Catalog.Rows.All(row => row.Name != name))];
        if (Array.Find(unknown, static name => name.StartsWith('-')) is { } option)
        {
            return $"there is no option {option}; --help lists what is possible";
        }

        if (unknown.Length > 0)
        {
            return $"no row is named {string.Join(", ", unknown)}; there are {string.Join(", ", Catalog.Rows.Select(static row => row.Name))}";
        }

        return names.Length > 0 && parsed.GetValue(Document) ? "--document writes the whole table anew, so it goes without the names of rows" : null;
    }
}
