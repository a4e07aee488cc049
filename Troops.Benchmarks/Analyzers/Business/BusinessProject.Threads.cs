namespace Troops.Benchmarks.Analyzers.Business;

// What runs on threads: stages that hand on what they are given, servers that own a table, tasks that share a list.
internal sealed partial class BusinessProject
{
    /// <summary>What every task of the generated project takes.</summary>
    private const string TaskParameters = $"{Scope.Parameters}, Channel<string> output, CancellationToken cancellation";

    private string Pipeline(string module) =>
        File(
            module,
            $$"""
            internal sealed record {{module}}Question(string Code, Channel<decimal> Reply);

            internal static partial class {{module}}Pipeline
            {
                public static async Task<decimal> RunAsync(TroopProcess process, ImmutableArray<{{module}}Line> lines)
                {
                    List<decimal> found = await process.InvokeAsync(() => Ask(lines));
                    return found.Sum();
                }

                private static TroopThread Serve(Channel<{{module}}Question> questions, ImmutableArray<{{module}}Line> lines) =>
                    TroopThread.Start(async () =>
                    {
                        Dictionary<string, decimal> totals = new(StringComparer.Ordinal);
                        foreach ({{module}}Line line in lines)
                        {
                            totals[line.Code] = totals.GetValueOrDefault(line.Code) + line.Total.Amount;
                        }

                        await foreach ({{module}}Question question in questions)
                        {
                            await question.Reply.SendAsync(totals.GetValueOrDefault(question.Code));
                        }
                    });

                private static async TroopTask<List<decimal>> Ask(ImmutableArray<{{module}}Line> lines)
                {
                    Channel<{{module}}Question> questions = new(capacity: {{Some(1, 20)}});
                    TroopThread server = Serve(questions, lines);
                    List<decimal> found = [];
                    await TroopTask.WhenAll([.. lines.Select(One)]);
                    questions.Close();
                    await server.Join();
                    return found;

                    async TroopTask One({{module}}Line line)
                    {
                        Channel<decimal> reply = new(capacity: 1);
                        await questions.SendAsync(new {{module}}Question(line.Code, reply));
                        found.Add(await reply.ReceiveAsync());
                    }
                }
            """,
            i =>
                $$"""
                        public static async TroopTask<decimal> Stage{{i}}({{TaskParameters}})
                        {
                    {{TaskBody(Some(1, 4))}}
                            {{Sink(i)}}
                            return price;
                        }
                    """
        );

    /// <summary>Something that goes to another thread, in every one of these bodies.</summary>
    private string Sink(int i) =>
        (i % 4) switch
        {
            0 =>
                $"await TroopThread.ForEach(items, degree: {Some(2, 9)}, async item => await output.SendAsync($\"{{reference}} {{item + count}}\", cancellation));",
            1 => $"price += await TroopThread.Start(() => count * {Some(2, 90)}m).Join();",
            2 => "await output.SendAsync(reference, cancellation);",
            _ => "price += await Blocking.Run(() => reference.Length, cancellation);",
        };
}
