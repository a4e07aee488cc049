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

        bool combines =
            type.IsGenericType && (Nullable.GetUnderlyingType(type) is not null || typeof(ITuple).IsAssignableFrom(type)) && type.Namespace == "System";
        return combines && Array.TrueForAll(type.GetGenericArguments(), GoesAsItIs);
    }
}
