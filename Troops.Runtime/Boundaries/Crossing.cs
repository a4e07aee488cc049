using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Troops.Boundaries;

/// <summary>Which values go from one troop to another as they are: the law of data and capabilities. Thread-safe.</summary>
internal static class Crossing
{
    private static readonly HashSet<Type> Values =
    [
        typeof(string),
        typeof(decimal),
        typeof(Guid),
        typeof(DateTime),
        typeof(DateTimeOffset),
        typeof(DateOnly),
        typeof(TimeOnly),
        typeof(TimeSpan),
        typeof(Int128),
        typeof(UInt128),
        typeof(Half),
        typeof(Complex),
        typeof(BigInteger),
        typeof(Uri),
        typeof(Version),
        typeof(Rune),
        typeof(ValueTuple),
    ];

    internal static bool GoesAsItIs(Type type)
    {
        // nint and nuint are primitive too, but they are handles as often as numbers.
        if (type.IsEnum || Values.Contains(type) || (type.IsPrimitive && type != typeof(nint) && type != typeof(nuint)))
        {
            return true;
        }

        return IsCombination(type) && Array.TrueForAll(type.GetGenericArguments(), GoesAsItIs);
    }

    /// <summary>True if a value of <paramref name="type"/> may hide a subclass of what it says.</summary>
    internal static bool MayHoldSubclass(Type type) =>
        type == typeof(Uri) || (IsCombination(type) && Array.Exists(type.GetGenericArguments(), MayHoldSubclass));

    /// <summary>The first value in <paramref name="value"/> that is a subclass of what goes as it is; null if there is none.</summary>
    internal static Type? SubclassIn(object? value)
    {
        if (value is ITuple tuple)
        {
            for (int i = 0; i < tuple.Length; i++)
            {
                if (SubclassIn(tuple[i]) is { } found)
                {
                    return found;
                }
            }
        }

        return value is Uri && value.GetType() != typeof(Uri) ? value.GetType() : null;
    }

    /// <summary>Nullable and value tuples: they are what they hold. System.Tuple is a class that anybody may derive from.</summary>
    private static bool IsCombination(Type type) =>
        type.IsGenericType
        && type.IsValueType
        && type.Namespace == "System"
        && (Nullable.GetUnderlyingType(type) is not null || typeof(ITuple).IsAssignableFrom(type));
}
