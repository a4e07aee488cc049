using System.CommandLine;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>What may be said to build/try-random.</summary>
internal sealed class TryRandomCommand(TextWriter lines)
{
    private const int Wrong = 1;
    private const int Usage = 2;

    /// <summary>The rest are likely the same.</summary>
    private const int MostShrunk = 3;

    private static readonly Argument<int> Count = new("count") { Description = "How many bodies.", DefaultValueFactory = static _ => 2_000 };
    private static readonly Argument<ulong?> Seed = new("seed")
    {
        Description = "Of the first; the others' follow. Default: the time.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "How many batches at once.",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
    };
    private static readonly Option<bool> Print = new("--print") { Description = "Print the bodies and run none." };

    internal int Run(string[] args)
    {
        RootCommand command = new("Runs random task bodies as plain tasks and as ours, and shrinks those that do not mean the same.")
        {
            Count,
            Seed,
            Workers,
            Print,
        };
        command.SetAction(Run);
        ParseResult parsed = command.Parse(args);
        int code = parsed.Invoke(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = lines,
                Error = lines,
            }
        );
        return parsed.Errors.Count > 0 ? Usage : code;
    }

    private int Run(ParseResult parsed)
    {
        int count = parsed.GetValue(Count);
        ulong seed = parsed.GetValue(Seed) ?? (ulong)DateTimeOffset.UtcNow.ToUnixTimeSeconds() * 1_000_000;
        if (parsed.GetValue(Print))
        {
            for (ulong i = 0; i < (ulong)count; i++)
            {
                lines.WriteLine(BodyGenerator.Make(seed + i).Print());
            }

            return 0;
        }

        lines.WriteLine($"{count} bodies from seed {seed}");
        Campaign campaign = new(lines);
        Tally tally = campaign.Run(seed, count, parsed.GetValue(Workers));
        lines.WriteLine($"{Environment.NewLine}bodies with each construct:{Environment.NewLine}{tally.Table()}");
        foreach (BrokenBody broken in tally.Broken.Take(10))
        {
            lines.WriteLine($"{Environment.NewLine}{broken}{Environment.NewLine}{broken.Body.Print()}");
        }

        foreach ((Body body, string tasks) in tally.WithoutCopy.Take(10))
        {
            lines.WriteLine($"{Environment.NewLine}seed {body.Seed}: what was written for {tasks} does not compile, so there is no copy");
        }

        for (int i = 0; i < tally.Disagreements.Count; i++)
        {
            lines.WriteLine($"{Environment.NewLine}{(i < MostShrunk ? campaign.Shrink(tally.Disagreements[i]) : tally.Disagreements[i])}");
        }

        lines.WriteLine(
            $"{Environment.NewLine}{tally.Bodies} bodies from seed {seed}: {tally.Disagreements.Count} disagree, {tally.Broken.Count} do not compile, {tally.WithoutCopy.Count} without a copy, {tally.TooLong} too long"
        );
        return tally.IsClean ? 0 : Wrong;
    }
}
