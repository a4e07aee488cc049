namespace Troops.Roslyn.Model;

/// <summary>In which way a member keeps its type from being immutable. Each is a rule's.</summary>
internal enum FlawKind
{
    /// <summary>A field or property that can be assigned after construction.</summary>
    Assignable,

    /// <summary>A field whose type is not immutable.</summary>
    FieldType,

    /// <summary>A field whose type may hold what is immutable and what is not: in a type that promises each write to it is judged, and the field itself is none.</summary>
    OpenField,

    /// <summary>A primary constructor's parameter that members use: it is a field.</summary>
    CapturedParameter,

    /// <summary>A backing field that an accessor assigns through <c>field</c>.</summary>
    FieldKeyword,

    /// <summary>The base class is not immutable.</summary>
    Base,

    /// <summary>A field-like event.</summary>
    Event,

    /// <summary>A struct's method that assigns <c>this</c>, and with it every field.</summary>
    This,
}
