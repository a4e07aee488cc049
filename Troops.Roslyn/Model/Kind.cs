namespace Troops.Roslyn.Model;

/// <summary>What threads may do with a value, from the least to the most: the greater of two kinds allows all that the smaller one does.</summary>
/// <remarks>
/// "Immutable if its type arguments are" is not a fourth value here: a query is about a type with its arguments, so the answer is always one of these three.
/// </remarks>
internal enum Kind
{
    /// <summary>Mutable, confined to the thread that made it. What nothing is known about is of this kind.</summary>
    Ref,

    /// <summary>Thread-safe: it changes, and any number of threads may use it at once.</summary>
    Sync,

    /// <summary>Deeply immutable.</summary>
    Val,
}
