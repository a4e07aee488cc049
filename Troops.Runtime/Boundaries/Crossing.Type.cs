using Troops.Tasks;

namespace Troops.Boundaries;

/// <summary><see cref="Crossing"/>, found out once a type.</summary>
internal static class Crossing<T>
{
    /// <summary>True if a <typeparamref name="T"/> goes from one troop to another as it is.</summary>
    internal static readonly bool AsItIs = typeof(T) == typeof(Unit) || Crossing.GoesAsItIs(typeof(T));

    /// <exception cref="NotSupportedException">A <typeparamref name="T"/> cannot cross.</exception>
    internal static void Check()
    {
        if (!AsItIs)
        {
            throw Mistakes.CannotCross(typeof(T));
        }
    }
}
