namespace Corpus;

/// <summary>Strings of every form, and what is in their holes.</summary>
public static partial class Texts
{
    [TroopTask]
    public static async TroopTask<string> HolesFromLeftToRight(Probe p) => $"{p.Note(1)}-{await p.Int(2)}-{p.Note(3)}-{await p.Step("four")}";

    [TroopTask]
    public static async TroopTask<string> AlignmentAndFormat(Probe p) =>
        $"[{await p.Int(7), 4}|{await p.Int(255):X4}|{await p.Step("l"), -3}|{{{await p.Int(1):D2}}}]";

    [TroopTask]
    public static async TroopTask<string> NestedHoles(Probe p) =>
        $"a{$"b{await p.Int(1)}{$"c{await p.Int(2)}"}"}d{(await p.Bool(true) ? $"{await p.Int(3)}" : "no")}";

    [TroopTask]
    public static async TroopTask<string> HoleReadsALocalBeforeItChanges(Probe p)
    {
        int n = 1;
        return $"{n} {await Change()} {n}";

        async TroopTask<int> Change()
        {
            n = 2;
            return await p.Int(n);
        }
    }

    [TroopTask]
    public static async TroopTask<string> RawStrings(Probe p)
    {
        string a = """
            "quoted" {braces}
              indented
            """;
        string b = $$"""
            {{await p.Int(1)}} {not a hole} {{await p.Step("x")}}
            """;
        return a.Replace("\r", "") + "|" + b;
    }

    [TroopTask]
    public static async TroopTask<string> VerbatimStrings(Probe p)
    {
        string a = @"C:\no\escape ""quoted""";
        string b = $@"{await p.Int(1)}\{await p.Int(2)}""";
        return a + b;
    }

    [TroopTask]
    public static async TroopTask<string> EscapesAndChars(Probe p)
    {
        char a = await p.Give('\x41');
        char b = '\u00e9';
        string c = "\t\"\\\0\e\U0001F600";
        return $"{a}{(int)b}{c.Length}{'{'}{'"'}";
    }

    [TroopTask]
    public static async TroopTask<string> Utf8Literals(Probe p)
    {
        int n = await p.Int(1);
        ReadOnlySpan<byte> bytes = "höh"u8;
        n += bytes.Length;
        byte[] kept = "ab"u8.ToArray();
        return $"{await p.Int(n)} {kept[1]}";
    }

    [TroopTask]
    public static async TroopTask<string> NumbersOfAllForms(Probe p)
    {
        long a = 0xFF_FFL + 0b1010;
        decimal b = 1.50m * await p.Int(2);
        double c = 1e3;
        float d = .5f;
        ulong e = 1ul << 40;
        return FormattableString.Invariant($"{a} {b} {c} {d} {e} {await p.Give(1.5m)}");
    }

    [TroopTask]
    public static async TroopTask<string> FormattableStrings(Probe p)
    {
        int n = await p.Int(3);
        FormattableString text = $"{n} and {p.Note("x")}";
        n = 4;
        return $"{text.Format} {text.GetArgument(0)} {text.ArgumentCount}";
    }

    [TroopTask]
    public static async TroopTask<string> FormattableStringWithAwaits(Probe p)
    {
        FormattableString text = $"{await p.Int(1)} {p.Note(2)} {await p.Int(3)}";
        return FormattableString.Invariant(text);
    }

    [TroopTask]
    public static async TroopTask<string> CustomHandler(Probe p)
    {
        string a = Handle($"{p.Note(1)} text {p.Note("two")}");
        string b = Handle($"{await p.Int(3)} {p.Note(4)} {await p.Int(5)}");
        return a + b;

        static string Handle(Handler handler) => handler.Text;
    }

    [TroopTask]
    public static async TroopTask<string> CustomHandlerThatDeclines(Probe p)
    {
        string log = "";
        Log(false, $"{p.Note("never")}");
        Log(await p.Bool(true), $"{p.Note("always")}");
        return log;

        void Log(bool on, [InterpolatedStringHandlerArgument(nameof(on))] LazyHandler text) => log += text.Text ?? "none";
    }

    [TroopTask]
    public static async TroopTask<string> BuilderAppendsInterpolated(Probe p)
    {
        StringBuilder text = new();
        text.Append($"{p.Note(1)}{p.Note("b")}");
        text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{await p.Int(2)}");
        return text.ToString().TrimEnd();
    }

    [TroopTask]
    public static async TroopTask<string> ConcatenationOfMany(Probe p) =>
        "a" + 1 + 'c' + await p.Step("d") + null + p.Note(2.5m).ToString(System.Globalization.CultureInfo.InvariantCulture) + (1 + await p.Int(1)) + 1 + 1;

    [TroopTask]
    public static async TroopTask<string> ConstantInterpolated(Probe p)
    {
        const string A = "a";
        const string B = $"{A}b{A}";
        return B + await p.Step(nameof(ConstantInterpolated)) + nameof(List<int>.Count) + nameof(p.Token.IsCancellationRequested);
    }

    [InterpolatedStringHandler]
    private sealed class Handler(int literals, int holes)
    {
        public string Text { get; private set; } = $"({literals},{holes})";

        public void AppendLiteral(string text) => Text += $"'{text}'";

        public void AppendFormatted<T>(T value, [CallerArgumentExpression(nameof(value))] string? expression = null) => Text += $"<{value}>";
    }

    [InterpolatedStringHandler]
    private ref struct LazyHandler
    {
        public LazyHandler(int literals, int holes, bool on, out bool goOn)
        {
            goOn = on;
            Text = on ? "" : null;
        }

        public string? Text { get; private set; }

        public void AppendLiteral(string text) => Text += text;

        public void AppendFormatted<T>(T value) => Text += value;
    }
}
