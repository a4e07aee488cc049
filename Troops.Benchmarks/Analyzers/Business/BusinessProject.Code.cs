namespace Troops.Benchmarks.Analyzers.Business;

// What computes: parsers, calculators with long bodies, reports, caches of generic types.
internal sealed partial class BusinessProject
{
    /// <summary>One method of every calculator is as long as the longest that people dare to write.</summary>
    private const int LongestBody = 14;

    private string Parser(string module) =>
        File(
            module,
            $$"""
            internal ref struct {{module}}Parser(ReadOnlySpan<char> text)
            {
                private readonly ReadOnlySpan<char> text = text;
                private int position;

                public int Next()
                {
                    int value = 0;
                    while (position < text.Length && char.IsAsciiDigit(text[position]))
                    {
                        value = (value * 10) + text[position++] - '0';
                    }

                    position++;
                    return value;
                }

                public static bool TryParse(string line, out {{module}}Line? parsed)
                {
                    string[] parts = line.Split(';', StringSplitOptions.TrimEntries);
                    parsed = parts is [var code, var count, ..] && int.TryParse(count, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
                        ? new {{module}}Line(code, number, default)
                        : null;
                    return parsed is not null;
                }
            """,
            i =>
                $$"""
                        public static string Read{{i}}({{Scope.Parameters}})
                        {
                    {{Body(Some(2, 6))}}
                            return $"{reference}:{count:D3}:{price:F2}";
                        }
                    """
        );

    private string Calculator(string module) =>
        File(
            module,
            $$"""
            internal class {{module}}Calculator
            {
                private readonly decimal[] factors = new decimal[{{Some(3, 30)}}];
                private decimal carried;

                public {{module}}Calculator(IEnumerable<decimal> given)
                {
                    int i = 0;
                    foreach (decimal factor in given.Take(factors.Length))
                    {
                        factors[i++] = factor;
                    }
                }

                protected virtual decimal Factor(int index) => factors[index % factors.Length];
            """,
            i =>
                $$"""
                        public decimal Calculate{{i}}({{Scope.Parameters}})
                        {
                    {{Body(i == 1 ? LongestBody : Some(2, 6))}}
                            carried += Factor(count) * price;
                            return carried;
                        }
                    """
        );

    private string Report(string module) =>
        File(
            module,
            $$"""
            internal sealed class {{module}}Report
            {
                private readonly StringBuilder text = new();
                private readonly CultureInfo culture;

                internal {{module}}Report(CultureInfo culture) => this.culture = culture;

                public {{module}}Report Line({{module}}Line line)
                {
                    text.Append(culture, $"{line.Code,-10}{line.Count,6}{line.Total.Amount,12:N2}").AppendLine();
                    return this;
                }

                public override string ToString() => text.ToString();
            """,
            i =>
                i % 3 == 1
                    ? $$"""
                            public IReadOnlyDictionary<string, decimal> Totals{{i}}(IEnumerable<{{module}}Line> lines)
                            {
                                var groups = lines.GroupBy(static line => line.Code).Select(static group => new { group.Key, Sum = group.Sum(static line => line.Total.Amount) });
                                return groups.Where(one => Keep(one.Sum)).ToDictionary(static one => one.Key, static one => one.Sum, StringComparer.Ordinal);

                                bool Keep(decimal sum) => sum > {{Some(1, 90)}} && text.Length < {{Some(1000, 9000)}};
                            }
                        """
                    : $$"""
                            public int Write{{i}}({{Scope.Parameters}})
                            {
                        {{Body(Some(2, 6))}}
                                text.AppendLine(culture, $"{reference} {count}");
                                return text.Length;
                            }
                        """
        );

    private string Cache(string module) =>
        File(
            module,
            $$"""
            internal sealed class {{module}}Cache<TKey, TValue> : IDisposable
                where TKey : notnull
                where TValue : class
            {
                private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> nodes = [];
                private readonly LinkedList<(TKey Key, TValue Value)> order = [];
                private readonly IntPtr handle;
                private bool disposed;

                ~{{module}}Cache() => GC.KeepAlive(handle);

                public int Count => nodes.Count;

                public TValue GetOrAdd(TKey key, Func<TKey, TValue> create)
                {
                    ObjectDisposedException.ThrowIf(disposed, this);
                    if (nodes.TryGetValue(key, out LinkedListNode<(TKey Key, TValue Value)>? node))
                    {
                        order.Remove(node);
                        order.AddFirst(node);
                        return node.Value.Value;
                    }

                    TValue value = create(key);
                    nodes[key] = order.AddFirst((key, value));
                    return value;
                }

                public void Dispose()
                {
                    disposed = true;
                    GC.SuppressFinalize(this);
                }
            """,
            i =>
                i % 3 == 1
                    ? $$"""
                            public IEnumerable<TResult> Map{{i}}<TResult>(Func<TValue, int, TResult> map) => order.Where(one => nodes.ContainsKey(one.Key)).Select((one, index) => map(one.Value, index));
                        """
                    : $$"""
                            public bool Evict{{i}}({{Scope.Parameters}})
                            {
                        {{Body(Some(2, 6))}}
                                return Count > limit && reference.Length > 0;
                            }
                        """
        );
}
