using System.Globalization;
using System.Text;

namespace Troops.Benchmarks.Analyzers.Business;

/// <summary>Statements as business code has them, over variables that are in scope: they mean nothing and compile.</summary>
internal sealed class Statements(Random random)
{
    private const int Indent = 4;
    private const int DeepestBlock = 2;

    private static readonly string[] Words = ["open", "held", "paid", "sent", "void", "late", "rush", "bulk", "gift", "test", "prior", "split"];

    private int names;

    /// <summary>So many statements, the ones inside of others not counted; ends with a line break.</summary>
    internal string Block(Scope scope, int count, int indent) => Block(scope, count, indent, depth: 0);

    internal string Word() => Words[random.Next(Words.Length)];

    internal int Number(int below = 90) => random.Next(1, below);

    internal T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private string Block(Scope scope, int count, int indent, int depth)
    {
        StringBuilder text = new();
        for (int i = 0; i < count; i++)
        {
            scope = Add(text, scope, indent, depth);
        }

        return text.ToString();
    }

    private Scope Add(StringBuilder text, Scope scope, int indent, int depth)
    {
        string inside = new(' ', indent);
        // What has a block of its own is the rarer, the deeper the block is that it is in.
        int kind = depth < DeepestBlock ? random.Next(20) : random.Next(11);
        if (kind == 10 && !scope.IsAsync && !scope.IsTask)
        {
            kind = random.Next(10);
        }

        // Of what a task does, a part is done by other threads.
        kind = scope.IsTask && random.Next(6) == 0 ? 10 : kind;

        string name = Fresh(kind);
        text.Append(CultureInfo.InvariantCulture, $"{inside}{Statement(kind, name, scope, indent, depth)}\n");
        return kind switch
        {
            0 or 1 or 2 or 9 => scope with { Numbers = scope.Numbers.Add(name) },
            3 or 4 => scope with { Amounts = scope.Amounts.Add(name) },
            5 or 6 => scope with { Texts = scope.Texts.Add(name) },
            7 or 8 => scope with { Lists = scope.Lists.Add(name) },
            _ => scope,
        };
    }

    private string Statement(int kind, string name, Scope scope, int indent, int depth)
    {
        string n = Pick(scope.Numbers);
        string m = Pick(scope.Numbers);
        string a = Pick(scope.Amounts);
        string t = Pick(scope.Texts);
        string l = Pick(scope.Lists);
        return kind switch
        {
            0 => $"int {name} = ({n} * {Number(9)}) + ({m} % {Number()});",
            1 =>
                $"int {name} = {n} switch {{ 0 => {m}, < {Number(9)} => {Number()}, < {Number() + 10} when {t}.Length > {Number(9)} => {m} + 1, _ => {n} - {m} }};",
            2 => $"int {name} = {l}.Where(item => item > {n}).Select(item => item + {Number()}).DefaultIfEmpty({m}).Max();",
            3 => $"decimal {name} = Math.Round({a} * {Number()}.{Number():00}m / 100m, 2) + {n};",
            4 =>
                $"decimal {name} = {t} switch {{ \"{Words[0]}\" => {a}, \"{Words[1]}\" or \"{Words[2]}\" => {a} + {n}, {{ Length: > {Number(20)} }} => 0m, _ => {a} - {m} }};",
            5 => $"string {name} = $\"{{{t}}}-{Word()}-{{{n}:D4}}\";",
            6 => $"string {name} = {n} > {m} ? {t}.Trim().ToUpperInvariant() : string.Join(',', {l}.Take({Number()}));",
            7 => $"List<int> {name} = [.. {l}.Where(item => item != {n}).OrderByDescending(static item => item), {m}, {Number()}];",
            8 => $"int[] {name} = [.. {l}.GroupBy(item => item % {Number()}).Select(group => group.Count() + {n})];",
            9 => $"int {name} = ({t}, {n}) is ({{ Length: > {Number(9)} }}, > {Number(9)}) ? {m} : {l}.Count();",
            10 when scope.IsTask => OverThreads(name, scope, indent),
            10 => $"await Task.Delay({n} % {Number(9)}, cancellation);",
            11 or 12 =>
                $"if ({n} > {m} && {t}.Length < {Number()})\n{Nested(scope, indent, depth)}\n{new string(' ', indent)}else\n{Nested(scope, indent, depth)}",
            13 or 14 => $"foreach (int {name} in {l}.Where(item => item < {n}))\n{Nested(scope with { Numbers = scope.Numbers.Add(name) }, indent, depth)}",
            15 =>
                $"for (int {name} = 0; {name} < {n}; {name}++)\n{Nested(scope with { Numbers = scope.Numbers.Add(name), Changing = scope.Changing.Add(name) }, indent, depth)}",
            16 => $"if (string.IsNullOrWhiteSpace({t}) || {a} < {Number()}m)\n{Nested(scope, indent, depth)}",
            17 =>
                $"try\n{Nested(scope, indent, depth)}\n{new string(' ', indent)}catch (FormatException) when ({n} > {Number()})\n{Nested(scope, indent, depth)}",
            18 =>
                $"Func<int, decimal> {name} = item =>\n{Nested(scope with { Numbers = scope.Numbers.Add("item"), IsAsync = false, IsTask = false }, indent, depth, $"return item * {a};")};",
            _ => $"while (limit > {n} + {Number()})\n{Nested(scope, indent, depth, $"limit -= {Number()};")}",
        };
    }

    /// <summary>A thread, a few, a message, a task: what goes there is immutable, and written before.</summary>
    private string OverThreads(string name, Scope scope, int indent)
    {
        string n = Pick(scope.Constant);
        string a = Pick(scope.Amounts);
        string t = Pick(scope.Texts);
        string l = Pick(scope.Lists);
        string line = $"\n{new string(' ', indent)}";
        return random.Next(6) switch
        {
            0 => $"TroopThread<decimal> {name} = TroopThread.Start(() => {a} * {n} + {Number()}m);{line}price += await {name}.Join();",
            1 =>
                $"ImmutableArray<int> {name} = [.. {l}];{line}TroopThread<int> sum{name} = TroopThread.Start(() => {name}.Where(item => item > {n}).Sum());{line}limit += await sum{name}.Join();",
            2 =>
                $"foreach (TroopThread<int> {name} in TroopThread.StartAll({l}.Take({Number(9)}), item => item + {n} + {t}.Length)){line}{{{line}    limit += await {name}.Join();{line}}}",
            3 => $"await output.SendAsync($\"{{{t}}} {{{n}}}\", cancellation);",
            4 => $"TroopTask<int> {name} = TroopTask.FromResult({n} + {Number()});{line}await TroopTask.Yield();{line}limit += await {name};",
            _ => $"limit += await Blocking.Run(() => {t}.Length + {n}, cancellation);",
        };
    }

    private string Nested(Scope scope, int indent, int depth, string? last = null)
    {
        string outside = new(' ', indent);
        string end = last is null ? "" : $"{outside}    {last}\n";
        return $"{outside}{{\n{Block(scope, random.Next(1, 4), indent + Indent, depth + 1)}{end}{outside}}}";
    }

    private string Fresh(int kind)
    {
        string stem = kind switch
        {
            0 or 1 or 2 or 9 => "number",
            3 or 4 => "amount",
            5 or 6 => "text",
            7 or 8 => "list",
            18 => "convert",
            _ => "each",
        };
        return $"{stem}{++names}";
    }
}
