namespace TradeWinds.Formulas;

internal static class Simplifier
{
    private static readonly FrozenDictionary<string, double> NoVariables = FrozenDictionary<string, double>.Empty;

    public static Node Simplify(this Node node) =>
        node switch
        {
            Negation(Negation(var inner)) => inner.Simplify(),
            Negation(Constant(var value)) => -value,
            Binary { Left: var left, Right: var right } binary => Fold(binary with { Left = left.Simplify(), Right = right.Simplify() }),
            Call { Arguments: var arguments } call => Fold(call with { Arguments = [.. arguments.Select(static argument => argument.Simplify())] }),
            _ => node,
        };

    private static Node Fold(Binary binary) =>
        binary switch
        {
            (_, Constant, Constant { Value: not 0 }) => Evaluator<double>.Evaluate(binary, NoVariables),
            (Operator.Add, Constant(0), var right) => right,
            (Operator.Add or Operator.Subtract, var left, Constant(0)) => left,
            (Operator.Multiply, Constant(0), _) or (Operator.Multiply, _, Constant(0)) => Constant.Zero,
            (Operator.Multiply, Constant(1), var right) => right,
            (Operator.Multiply or Operator.Divide or Operator.Power, var left, Constant(1)) => left,
            (Operator.Power, _, Constant(0)) => Constant.One,
            _ => binary,
        };

    private static Node Fold(Call call) => call.Arguments.All(static argument => argument is Constant) ? Evaluator<double>.Evaluate(call, NoVariables) : call;
}
