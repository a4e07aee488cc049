using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Roslyn.Values;

/// <summary>A value without the conversions around it that the language itself defines, such as a cast or boxing.</summary>
internal static class Unconverted
{
    internal static IOperation Of(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
