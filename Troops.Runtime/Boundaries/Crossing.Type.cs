using Troops.Tasks;

namespace Troops.Boundaries;

/// <summary><see cref="Crossing"/>, found out once a type.</summary>
internal static class Crossing<T>
{
    /// <summary>True if a <typeparamref name="T"/> goes from one troop to another as it is.</summary>
    internal static readonly bool AsItIs = typeof(T) == typeof(Unit) || Crossing.GoesAsItIs(typeof(T));

    private static readonly bool MayHoldSubclass = Crossing.MayHoldSubclass(typeof(T));

    /// <exception cref="NotSupportedException">A <typeparamref name="T"/> cannot cross.</exception>
    internal static void Check()
    {
        if (!AsItIs)
        {
            throw Mistakes.CannotCross(typeof(T));
        }
    }

    /// <summary>Checks a value whose type may cross; returns it.</summary>
    /// <exception cref="NotSupportedException">It is, or holds, a subclass of what may cross: its methods are foreign code.</exception>
    internal static T CheckValue(T value) => MayHoldSubclass && Crossing.SubclassIn(value) is { } subclass ? throw Mistakes.CannotCross(subclass) : value;
}
