namespace Troops.Benchmarks.Analyzers.Business;

// What the project is about: types that every module uses, entities that change, values that do not, tables.
internal sealed partial class BusinessProject
{
    private const string Shared = """
        using System.Collections.Immutable;
        using Troops;

        namespace Company;

        public abstract class Entity(int id)
        {
            public int Id { get; } = id;
            public DateTimeOffset Changed { get; protected set; }
            public event EventHandler? Saved;

            protected void OnSaved()
            {
                Changed = DateTimeOffset.UnixEpoch.AddDays(Id);
                Saved?.Invoke(this, EventArgs.Empty);
            }
        }

        public interface IRepository<T>
            where T : Entity
        {
            T? Find(int id);

            Task<IReadOnlyList<T>> LoadAsync(int limit, CancellationToken cancellation);
        }

        [Immutable]
        public readonly record struct Money(decimal Amount, string Currency)
        {
            public static Money operator +(Money left, Money right) => left with { Amount = left.Amount + right.Amount };
        }

        [ConditionallyImmutable]
        public sealed class Outcome<[OnlyIf] T>
        {
            private readonly T value;
            private readonly ImmutableArray<string> problems;

            public Outcome(T value, ImmutableArray<string> problems)
            {
                this.value = value;
                this.problems = problems;
            }

            public T Value => problems.IsEmpty ? value : throw new InvalidOperationException(string.Join(", ", problems));
        }

        """;

    private string Entity(string module) =>
        File(
            module,
            $$"""
            /// <summary>Something that changes, and says so.</summary>
            public class {{module}}(int id, string name) : Entity(id)
            {
                private readonly List<{{module}}Line> lines = [];
                private readonly Dictionary<string, decimal> totals = new(StringComparer.Ordinal);
                private int version;

                public string Name { get; set; } = name;

                public {{module}}Status Status { get; private set; }

                public IReadOnlyList<{{module}}Line> Lines => lines;

                public void Add({{module}}Line line)
                {
                    ArgumentNullException.ThrowIfNull(line);
                    lines.Add(line);
                    totals[line.Code] = totals.GetValueOrDefault(line.Code) + line.Total.Amount;
                    Status = lines.Count > {{Some(3, 50)}} ? {{module}}Status.Closed : {{module}}Status.Open;
                    version++;
                    OnSaved();
                }
            """,
            i =>
                i % 3 == 1
                    ? $$"""
                            public decimal? Limit{{i}}
                            {
                                get;
                                set => field = value is < 0 ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
                            }

                            public {{statements.Pick(["int", "string?", "DateOnly", "Money", "bool", "Guid"])}} {{Capital(
                            statements.Word()
                        )}}{{i}} { get; set; }
                        """
                    : $$"""
                            public virtual decimal Evaluate{{i}}({{Scope.Parameters}})
                            {
                        {{Body(Some(2, 6))}}
                                version += count;
                                return price * version;
                            }
                        """
        );

    private string Records(string module) =>
        File(
            module,
            $$"""
            public enum {{module}}Status
            {
                Open,
                Held,
                Closed,
            }

            internal sealed record {{module}}Place(string City, string Street, int Number);

            [Immutable]
            public sealed record {{module}}Line(string Code, int Count, Money Price)
            {
                private readonly {{module}}Place? place;
                private readonly ImmutableArray<string> remarks = [];

                public DateOnly Day { get; init; }

                public ImmutableDictionary<string, Money> Discounts { get; init; } = ImmutableDictionary<string, Money>.Empty;

                public Money Total => Discounts.Values.Aggregate(Price with { Amount = Price.Amount * Count }, static (sum, discount) => sum + discount);

                public override string ToString() => $"{Code} {Count} {place} {string.Join(' ', remarks)}";
            """,
            i =>
                i % 3 == 1
                    ? $$"""
                            public int Level{{i}} { get; init => field = Math.Clamp(value, 0, {{Some(2, 99)}}); }

                            public {{module}}Line With{{i}}(int count) => this with { Count = count, Level{{i}} = count % {{Some(2, 9)}} };
                        """
                    : $$"""
                            public decimal Weigh{{i}}({{Scope.Parameters}})
                            {
                        {{Body(Some(2, 6))}}
                                return price * Count;
                            }
                        """
        );

    private string Rules(string module) =>
        File(
            module,
            $$"""
            /// <summary>Tables, and what follows from them.</summary>
            internal static class {{module}}Rules
            {
                public const int Version = {{Some(1, 30)}};

                private static readonly FrozenDictionary<string, int> Codes = new Dictionary<string, int>
                {
                    ["{{statements.Word()}}"] = {{Some(1, 90)}},
                    ["{{statements.Word()}}2"] = {{Some(1, 90)}},
                }.ToFrozenDictionary();

                private static readonly ImmutableArray<(string Name, decimal Rate)> Rates = [("{{statements.Word()}}", {{Some(
                1,
                90
            )}}m), ("{{statements.Word()}}", {{Some(1, 90)}}m)];

                private static readonly TimeSpan Grace = TimeSpan.FromDays({{Some(1, 60)}});

                public static bool IsLate(DateTimeOffset due, DateTimeOffset now) => now - due > Grace;

                public static decimal Rate(string name) => Rates.FirstOrDefault(rate => rate.Name == name).Rate * Codes.GetValueOrDefault(name);
            """,
            i =>
                i % 4 == 1
                    ? $$"""
                            private static readonly ImmutableHashSet<int> Set{{i}} = [{{Some(1, 90)}}, {{Some(90, 900)}}, {{Some(900, 9000)}}];

                            public static string Classify{{i}}({{module}}Status status, int count) =>
                                (status, count) switch
                                {
                                    ({{module}}Status.Open, 0) => "{{statements.Word()}}",
                                    ({{module}}Status.Open, > {{Some(9, 90)}}) => "{{statements.Word()}}",
                                    ({{module}}Status.Held, _) when Set{{i}}.Contains(count) => "{{statements.Word()}}",
                                    _ => status.ToString(),
                                };
                        """
                    : $$"""
                            public static bool Allows{{i}}({{Scope.Parameters}})
                            {
                        {{Body(Some(2, 6))}}
                                return count < limit && Rate(reference) < price;
                            }
                        """
        );

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
