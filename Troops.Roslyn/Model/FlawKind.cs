namespace Troops.Roslyn.Model;

/// <summary>In which way a member keeps its type from being immutable. Each is a rule's.</summary>
internal enum FlawKind
{
    /// <summary>A field or property that can be assigned after construction.</summary>
    Assignable,

    /// <summary>A field whose type is not immutable.</summary>
    FieldType,

    /// <summary>A primary constructor's parameter that members use: it is a field.</summary>
    CapturedParameter,

    /// <summary>A backing field that an accessor assigns through <c>field</c>.</summary>
    FieldKeyword,

    /// <summary>The base class is not immutable.</summary>
    Base,

    /// <summary>A field-like event.</summary>
    Event,
}
