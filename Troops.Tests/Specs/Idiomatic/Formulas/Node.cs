namespace TradeWinds.Formulas;

/// <summary>A formula, as a tree. <c>ToString</c> of each node is a text that parses to it again.</summary>
[Immutable]
public abstract record Node
{
    private protected Node() { }

    /// <summary>How many nodes there are, this one included.</summary>
    public abstract int Size { get; }

    public static Node operator +(Node left, Node right) => new Binary(Operator.Add, left, right);

    public static Node operator *(Node left, Node right) => new Binary(Operator.Multiply, left, right);

    public static Node operator -(Node operand) => new Negation(operand);

    public static implicit operator Node(double value) => new Constant(value);

    /// <summary>The names that must have a value before this has one.</summary>
    public IEnumerable<string> Variables()
    {
        return Walk(this).OfType<Variable>().Select(static variable => variable.Name).Distinct(StringComparer.Ordinal);

        static IEnumerable<Node> Walk(Node node) =>
            node switch
            {
                Binary { Left: var left, Right: var right } => Walk(left).Concat(Walk(right)),
                Negation(var operand) => Walk(operand),
                Call { Arguments: { IsEmpty: false } arguments } => arguments.SelectMany(Walk),
                _ => [node],
            };
    }
}

[Immutable]
public sealed record Constant(double Value) : Node
{
    public static Constant Zero { get; } = new(0);

    public static Constant One { get; } = new(1);

    public override int Size => 1;

    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}

[Immutable]
public sealed record Variable(string Name) : Node
{
    public override int Size => 1;

    public override string ToString() => Name;
}

[Immutable]
public sealed record Negation(Node Operand) : Node
{
    public override int Size => Operand.Size + 1;

    public override string ToString() => $"-{Operand}";
}

[Immutable]
public sealed record Binary(Operator Operator, Node Left, Node Right) : Node
{
    public override int Size => Left.Size + Right.Size + 1;

    public override string ToString() => $"({Left} {Operator.Symbol} {Right})";
}

[Immutable]
public sealed record Call(Function Function, ImmutableArray<Node> Arguments) : Node
{
    public override int Size => Arguments.Sum(static argument => argument.Size) + 1;

    public bool Equals(Call? other) => other is not null && Function == other.Function && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    public override int GetHashCode() => Arguments.Aggregate(Function.GetHashCode(), HashCode.Combine);

    public override string ToString() => $"{Function.ToString().ToLowerInvariant()}({string.Join(", ", Arguments)})";
}
