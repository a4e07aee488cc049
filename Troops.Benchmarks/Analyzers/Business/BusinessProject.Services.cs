namespace Troops.Benchmarks.Analyzers.Business;

// What does something: services with async methods, repositories with locks, workflows with threads.
internal sealed partial class BusinessProject
{
    private string Service(string module) =>
        File(
            module,
            $$"""
            public interface I{{module}}Service
            {
                Task<Outcome<Money>> PriceAsync(int id, CancellationToken cancellation);
            }

            internal sealed class {{module}}Service(IRepository<{{module}}> repository, TimeProvider clock) : I{{module}}Service
            {
                private readonly SemaphoreSlim gate = new({{Some(1, 9)}});

                public event Action<{{module}}>? Priced;

                public async Task<Outcome<Money>> PriceAsync(int id, CancellationToken cancellation)
                {
                    await gate.WaitAsync(cancellation);
                    try
                    {
                        {{module}} found = repository.Find(id) ?? throw new KeyNotFoundException($"{id}");
                        Priced?.Invoke(found);
                        return new Outcome<Money>(found.Lines.Select(static line => line.Total).Aggregate(static (left, right) => left + right), []);
                    }
                    finally
                    {
                        gate.Release();
                    }
                }
            """,
            i =>
                i switch
                {
                    _ when i % 4 == 1 => $$"""
                            public async Task<ILookup<string, {{module}}Line>> Group{{i}}Async(int limit, CancellationToken cancellation)
                            {
                                IReadOnlyList<{{module}}> all = await repository.LoadAsync(limit, cancellation);
                                var query =
                                    from one in all
                                    from line in one.Lines
                                    where line.Count > limit && clock.GetUtcNow() > one.Changed
                                    orderby line.Code, line.Day descending
                                    select line;
                                return query.ToLookup(static line => line.Code);
                            }
                        """,
                    _ when i % 4 == 2 => $$"""
                            public int Apply{{i}}({{Scope.Parameters}})
                            {
                        {{Body(Some(2, 6))}}
                                return limit - count;
                            }
                        """,
                    _ => $$"""
                            public async Task<decimal> Run{{i}}Async({{Scope.Parameters}}, CancellationToken cancellation)
                            {
                        {{Body(Some(3, 7), isAsync: true)}}
                                return price * count;
                            }
                        """,
                }
        );

    private string Repository(string module) =>
        File(
            module,
            $$"""
            internal sealed class {{module}}Repository : IRepository<{{module}}>
            {
                private readonly Dictionary<int, {{module}}> byId = [];
                private readonly Lock gate = new();

                public {{module}}? Find(int id)
                {
                    lock (gate)
                    {
                        return byId.GetValueOrDefault(id);
                    }
                }

                public async Task<IReadOnlyList<{{module}}>> LoadAsync(int limit, CancellationToken cancellation)
                {
                    await Task.Delay(limit, cancellation).ConfigureAwait(false);
                    lock (gate)
                    {
                        return [.. byId.Values.Where(one => one.Id < limit).OrderBy(static one => one.Name, StringComparer.Ordinal)];
                    }
                }
            """,
            i =>
                i switch
                {
                    _ when i % 4 == 1 => $$"""
                            public TResult Query{{i}}<TResult>(Func<IEnumerable<{{module}}>, TResult> query)
                            {
                                lock (gate)
                                {
                                    return query(byId.Values.Where(static one => one.Status != {{module}}Status.Held));
                                }
                            }
                        """,
                    _ when i % 4 == 2 => $$"""
                            public IEnumerable<{{module}}Line> Lines{{i}}(int count)
                            {
                                foreach ((int id, {{module}} one) in byId)
                                {
                                    if (id % {{Some(2, 9)}} != count)
                                    {
                                        yield return one.Lines[id % one.Lines.Count] with { Count = count };
                                    }
                                }
                            }
                        """,
                    _ => $$"""
                            public decimal Sum{{i}}({{Scope.Parameters}})
                            {
                        {{Body(Some(2, 6))}}
                                return byId.Count * price;
                            }
                        """,
                }
        );

    private string Workflow(string module) =>
        File(
            module,
            $$"""
            internal abstract class {{module}}Step
            {
                public abstract string Name { get; }

                public virtual bool Accepts({{module}} one) => one.Status is {{module}}Status.Open or {{module}}Status.Held;
            }

            internal sealed class {{module}}Check : {{module}}Step
            {
                public override string Name => "{{statements.Word()}}";

                public override bool Accepts({{module}} one) => base.Accepts(one) && one.Lines.Any(static line => line.Count > {{Some(1, 9)}});
            }

            internal sealed class {{module}}Workflow
            {
                private readonly List<{{module}}Step> steps = [new {{module}}Check()];
                private int done;

                public int Run({{module}} one) => done += steps.TakeWhile(step => step.Accepts(one)).Count();
            """,
            i =>
                i switch
                {
                    _ when i % 4 == 1 => $$"""
                            public static async TroopTask<int> Spread{{i}}(ImmutableArray<string> names, int limit)
                            {
                                TroopThread<int>[] threads = [.. names.Select(name => TroopThread.Start(() => name.Length + limit))];
                                int sum = 0;
                                foreach (TroopThread<int> thread in threads)
                                {
                                    sum += await thread.Join();
                                }

                                return sum;
                            }
                        """,
                    _ when i % 4 != 2 => $$"""
                            public async TroopTask<decimal> Advance{{i}}({{TaskParameters}})
                            {
                        {{TaskBody(Some(1, 4))}}
                                done++;
                                {{Sink(Some(0, 4))}}
                                return price + done;
                            }
                        """,
                    _ => $$"""
                            public decimal Step{{i}}({{Scope.Parameters}})
                            {
                        {{Body(Some(2, 6))}}
                                done++;
                                return price + limit;
                            }
                        """,
                }
        );
}
