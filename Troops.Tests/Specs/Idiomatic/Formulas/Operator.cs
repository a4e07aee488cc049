using TradeWinds.Common;

namespace TradeWinds.Formulas;

public enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

public enum Function
{
    Min,
    Max,
    Abs,
    Sqrt,
    Clamp,
}

internal static class Operators
{
    private static readonly FrozenDictionary<char, Operator> BySymbol = Enum.GetValues<Operator>().ToFrozenDictionary(static it => it.Symbol);

    private static readonly FrozenDictionary<string, Function> ByName = Enum.GetValues<Function>()
        .ToFrozenDictionary(static it => it.ToString(), StringComparer.OrdinalIgnoreCase);

    extension(Operator it)
    {
        public char Symbol => "+-*/^"[(int)it];

        public int Strength =>
            it switch
            {
                Operator.Add or Operator.Subtract => 10,
                Operator.Multiply or Operator.Divide => 20,
                Operator.Power => 30,
                _ => throw new ArgumentOutOfRangeException(nameof(it), it, message: null),
            };

        public bool IsRightAssociative => it is Operator.Power;

        public static Operator FromSymbol(char symbol) => BySymbol[symbol];
    }

    extension(Function it)
    {
        public Interval<int> Arity =>
            it switch
            {
                Function.Min or Function.Max => new(1, int.MaxValue),
                Function.Clamp => new(3, 3),
                _ => new(1, 1),
            };

        public static bool TryFind(ReadOnlySpan<char> name, out Function found) => ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out found);
    }
}
