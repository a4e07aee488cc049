namespace Troops.Roslyn.Model;

/// <summary>Why a type is not of a better kind: where a path of explanation ends.</summary>
internal enum Cause
{
    None,

    /// <summary>A part of it is not of a better kind; the path goes on there.</summary>
    Part,

    // What a type is.
    Array,
    Delegate,
    Dynamic,
    Interface,
    ListedMutable,
    NotListed,
    NotMarked,
    Opaque,
    Pointer,
    RefLike,
    ThreadSafe,
    TooDeep,
    TypeParameter,
    Unsealed,

    // What a member does.
    AssignableField,
    AssignableProperty,
    AssignsThis,
    CapturedParameterWritten,
    Event,
    FieldKeywordWritten,
    FixedBuffer,
    InlineArray,
    LeaksThis,
    ReadonlyReference,

    // What a value is.
    Comparer,
    DelegateUnproven,
    DelegateWritesCapture,
    Unproven,
}
