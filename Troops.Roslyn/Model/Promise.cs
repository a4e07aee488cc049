namespace Troops.Roslyn.Model;

/// <summary>What a type's declaration says about its objects, whoever proved it.</summary>
internal enum Promise
{
    None,

    /// <summary><c>[ImmutableBase]</c>: objects of exactly this class are immutable.</summary>
    ExactlyImmutable,

    /// <summary><c>[ThreadSafe]</c>, or a subtype of such a type.</summary>
    ThreadSafe,

    /// <summary><c>[ConditionallyImmutable]</c>, or a subtype of such a type.</summary>
    ConditionallyImmutable,

    /// <summary><c>[Immutable]</c>, or a subtype of such a type.</summary>
    Immutable,
}
