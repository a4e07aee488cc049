using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP001 to TROOP016: what is immutable stays so. The index of <c>docs/rules</c> and the release files are made from these tables.</summary>
internal static class ImmutabilityDescriptors
{
    private const string Family = "Immutability";

    /// <summary>{0} the type, {1} the path to what is to blame, {2} what to do.</summary>
    private const string Promise = "'{0}' must be immutable, but {1}; {2}";

    internal static readonly DiagnosticDescriptor MutableField = Describe.Error(
        "TROOP001",
        Family,
        "Mutable field in an immutable type",
        Promise,
        "A field or property that can be assigned after construction changes under the threads that share the object."
    );

    internal static readonly DiagnosticDescriptor FieldType = Describe.Error(
        "TROOP002",
        Family,
        "Field of a type that is not immutable",
        Promise,
        "What a readonly field refers to can still change; an immutable type holds only what is itself immutable."
    );

    internal static readonly DiagnosticDescriptor CapturedParameter = Describe.Error(
        "TROOP003",
        Family,
        "Captured primary constructor parameter is not immutable",
        Promise,
        "A primary constructor's parameter that members use is a field of the object, and one that is not readonly."
    );

    internal static readonly DiagnosticDescriptor FieldKeyword = Describe.Error(
        "TROOP004",
        Family,
        "An accessor assigns its backing field",
        Promise,
        "An accessor that assigns 'field' changes the object when it is read, on whichever thread reads it."
    );

    internal static readonly DiagnosticDescriptor Base = Describe.Error(
        "TROOP005",
        Family,
        "Base class is not immutable",
        Promise,
        "What the base class can change, its subclasses can."
    );

    internal static readonly DiagnosticDescriptor Event = Describe.Error(
        "TROOP015",
        Family,
        "Event in an immutable type",
        Promise,
        "The list of an event's subscribers is a field that changes with each of them."
    );
}
