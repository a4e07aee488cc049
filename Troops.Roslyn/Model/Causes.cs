namespace Troops.Roslyn.Model;

/// <summary>The words for each <see cref="Cause"/>: what a reader sees at the end of a path, and what he can do about it.</summary>
internal static class Causes
{
    /// <summary>For the end of a path, in parentheses there.</summary>
    internal static string Describe(Cause cause) =>
        cause switch
        {
            Cause.Array => "an array, whose elements can be assigned",
            Cause.AssignableField => "not readonly",
            Cause.AssignableProperty => "has a setter",
            Cause.AssignsThis => "assigns 'this', and with it every field",
            Cause.CapturedParameterWritten => "a captured constructor parameter that is assigned",
            Cause.Comparer => "a comparer that may keep state",
            Cause.Delegate => "a delegate, which may hold anything",
            Cause.DelegateUnproven => "a delegate whose captures cannot be seen from here",
            Cause.DelegateWritesCapture => "a lambda that shares a variable which is assigned",
            Cause.Dynamic => "dynamic, which may hold anything",
            Cause.Event => "an event, whose subscribers change",
            Cause.FieldKeywordWritten => "assigned through 'field' outside of construction",
            Cause.FixedBuffer => "a fixed buffer, whose elements can be assigned",
            Cause.InlineArray => "an inline array, whose elements can be assigned",
            Cause.Interface => "an interface that a mutable type may implement",
            Cause.LeaksThis => "hands out 'this' before it is fully constructed",
            Cause.ListedMutable => "mutable",
            Cause.NotListed => "from another assembly, where nothing says that it is immutable",
            Cause.NotMarked => "public, and not marked [Immutable]",
            Cause.Opaque => "may hold any object",
            Cause.Pointer => "a pointer",
            Cause.ReadonlyReference => "a reference to a variable",
            Cause.RefLike => "a ref struct, a view of memory that is someone else's",
            Cause.ThreadSafe => "thread-safe, but it changes",
            Cause.TooDeep => "refers to itself with ever larger type arguments",
            Cause.TypeParameter => "a type parameter that any type may be given for",
            Cause.Unproven => "a value that may be of a mutable type",
            Cause.Unsealed => "not sealed, so a subclass may be mutable",
            _ => "mutable",
        };

    /// <summary>What to do about it, as the end of a sentence.</summary>
    internal static string Repair(Cause cause) =>
        cause switch
        {
            Cause.Array => "use ImmutableArray<T>",
            Cause.AssignableField => "make it readonly",
            Cause.AssignableProperty => "make it get-only or init",
            Cause.AssignsThis => "return a new value instead",
            Cause.CapturedParameterWritten => "copy the parameter into a readonly field",
            Cause.Comparer => "pass StringComparer.Ordinal or another comparer that is immutable, or leave it out",
            Cause.Delegate or Cause.DelegateUnproven or Cause.DelegateWritesCapture =>
                "give it a static lambda, or one that captures only immutable variables that are never assigned again",
            Cause.Dynamic or Cause.Opaque => "use a type that is immutable",
            Cause.Event => "keep the subscribers in a type of their own that one thread owns",
            Cause.FieldKeywordWritten => "compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type",
            Cause.FixedBuffer or Cause.InlineArray => "use ImmutableArray<T>",
            Cause.Interface => "mark the interface [Immutable] or use an immutable type",
            Cause.LeaksThis => "hand it out after construction, from a static factory",
            Cause.ListedMutable => "use an immutable type, as those of System.Collections.Immutable",
            Cause.NotListed => "use a type that is known to be immutable, or name this one in a *.troops.txt file",
            Cause.NotMarked => "mark it [Immutable]",
            Cause.Pointer or Cause.RefLike or Cause.ReadonlyReference => "copy what it refers to into an immutable value",
            Cause.ThreadSafe => "mark the holder [ThreadSafe] instead of [Immutable], or keep this elsewhere",
            Cause.TooDeep => "mark the type [Immutable]",
            Cause.TypeParameter => "mark the type parameter [Immutable]",
            Cause.Unproven => "declare it with an immutable type",
            Cause.Unsealed => "seal it or mark it [Immutable]",
            _ => "use an immutable type",
        };
}
