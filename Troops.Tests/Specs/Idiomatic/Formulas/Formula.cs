using TradeWinds.Common;

namespace TradeWinds.Formulas;

/// <summary>A formula that has been checked: it parses, and it wants nothing but <see cref="Variables"/>.</summary>
[Immutable]
public sealed class Formula : IEquatable<Formula>
{
    private readonly Node root;

    private Formula(string text, Node root)
    {
        (Text, this.root) = (text, root);
        Variables = [.. root.Variables().Order(StringComparer.Ordinal)];
    }

    public string Text { get; }

    public ImmutableArray<string> Variables { get; }

    public bool IsConstant => Variables.IsEmpty;

    public static Formula Parse(string text) => new(text, Parser.Parse(text).Simplify());

    public static Outcome<Formula> TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (SyntaxException e) when (e.Position <= text.Length)
        {
            return Refusal.Because($"'{text}': {e.Message}");
        }
    }

    /// <summary>In <see cref="double"/> for money, in <see cref="Half"/> for a guess, whatever is asked for.</summary>
    public T Evaluate<T>(params ReadOnlySpan<(string Name, T Value)> variables)
        where T : IFloatingPointIeee754<T>
    {
        Dictionary<string, T> values = new(variables.Length, StringComparer.Ordinal);
        foreach (var (name, value) in variables)
        {
            values[name] = value;
        }

        return Evaluator<T>.Evaluate(root, values);
    }

    public bool Equals(Formula? other) => other is not null && root == other.root;

    public override bool Equals(object? obj) => Equals(obj as Formula);

    public override int GetHashCode() => root.GetHashCode();

    public override string ToString() => root.ToString();
}
