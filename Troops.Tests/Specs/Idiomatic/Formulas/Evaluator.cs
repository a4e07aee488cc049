using TradeWinds.Common;

namespace TradeWinds.Formulas;

/// <summary>Computes in whatever numbers the caller likes.</summary>
internal static class Evaluator<T>
    where T : IFloatingPointIeee754<T>
{
    public static T Evaluate(Node node, IReadOnlyDictionary<string, T> variables) =>
        node switch
        {
            Constant(var value) => T.CreateChecked(value),
            Variable(var name) => variables.TryGetValue(name, out var value) ? value : throw new TradeException($"'{name}' has no value."),
            Negation(var operand) => -Evaluate(operand, variables),
            Binary(var it, var left, var right) => Apply(it, Evaluate(left, variables), Evaluate(right, variables)),
            Call { Function: var function, Arguments: [var only] } => Apply(function, Evaluate(only, variables)),
            Call { Function: var function, Arguments: var arguments } => Apply(function, [.. arguments.Select(argument => Evaluate(argument, variables))]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static T Apply(Operator it, T left, T right) =>
        it switch
        {
            Operator.Add => left + right,
            Operator.Subtract => left - right,
            Operator.Multiply => left * right,
            Operator.Divide when T.IsZero(right) => throw new TradeException("Division by zero.", new DivideByZeroException()),
            Operator.Divide => left / right,
            Operator.Power => T.Pow(left, right),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it, message: null),
        };

    private static T Apply(Function function, params ReadOnlySpan<T> arguments)
    {
        switch (function)
        {
            case Function.Abs:
                return T.Abs(arguments[0]);
            case Function.Sqrt:
                return T.Sqrt(arguments[0]);
            case Function.Clamp when arguments is [var value, var low, var high]:
                return T.Clamp(value, low, high);
        }

        var result = arguments[0];
        foreach (var argument in arguments[1..])
        {
            result = function is Function.Min ? T.Min(result, argument) : T.Max(result, argument);
        }

        return result;
    }
}
