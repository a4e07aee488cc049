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

    internal static readonly DiagnosticDescriptor Escape = Describe.Error(
        "TROOP007",
        Family,
        "'this' escapes before construction ends",
        "'{0}' must not be seen before it is constructed, but {1}; {2}",
        "Who sees an object while it is constructed sees it change."
    );

    internal static readonly DiagnosticDescriptor Alias = Describe.Error(
        "TROOP008",
        Family,
        "Readonly storage of an immutable type is aliased",
        "'{0}' must be immutable, but {1} goes by {2}; {3}",
        "Who has a reference or a pointer to a readonly field can write it after construction, under the threads that share the object."
    );

    internal static readonly DiagnosticDescriptor StoredDelegate = Describe.Error(
        "TROOP009",
        Family,
        "Delegate in an immutable type may hold mutable state",
        Promise,
        "A delegate holds the object that it is bound to, or the variables that its lambda captures, and each thread that calls it uses them."
    );

    internal static readonly DiagnosticDescriptor UnprovenValue = Describe.Error(
        "TROOP010",
        Family,
        "Value is not proved to be immutable",
        Promise,
        "A field whose type may hold anything is as good as what is written to it, so each write must be of a value that is seen to be immutable."
    );

    /// <summary>{0} the collection, which is thread-safe.</summary>
    internal static readonly DiagnosticDescriptor SharedComparer = Describe.Error(
        "TROOP010",
        Family,
        "Value is not proved to be immutable",
        "Every thread that uses '{0}' asks its comparer: {1}; {2}",
        "A concurrent dictionary asks its comparer on each look-up, on the thread that looks: so threads share the comparer as they share the dictionary."
    );

    internal static readonly DiagnosticDescriptor Finalizer = Describe.Error(
        "TROOP012",
        Family,
        "A finalizer touches mutable state",
        "The finalizer of '{0}' runs on a thread of the garbage collector, but {1}; {2}",
        "What a finalizer reaches, another thread may be using."
    );

    internal static readonly DiagnosticDescriptor Derived = Describe.Error(
        "TROOP006",
        Family,
        "Subtype does not keep its base's promise",
        "'{0}' must be {1} because '{2}' is, but {3}; {4}",
        "Whoever holds a variable of an immutable class or interface relies on every class that it may hold."
    );

    internal static readonly DiagnosticDescriptor TypeArgument = Describe.Error(
        "TROOP011",
        Family,
        "Type argument is not immutable or shareable",
        "The type argument for '{0}' of '{1}' must be {2}, but {3}; {4}",
        "A type parameter marked [Immutable] or [Shareable] stands for a value that threads share, so what is given for it must be safe to share."
    );

    internal static readonly DiagnosticDescriptor AddedDemand = Describe.Error(
        "TROOP011",
        Family,
        "Type argument is not immutable or shareable",
        "'{0}' demands that '{1}' is {2}, but '{3}', through which it is called, does not; mark the type parameter there too, or drop the mark here",
        "A call through the base is checked against the marks of the base."
    );

    internal static readonly DiagnosticDescriptor StructAssignsThis = Describe.Error(
        "TROOP013",
        Family,
        "Immutable struct assigns itself or is not readonly",
        Promise,
        "Assigning 'this' assigns every field, whether it is readonly or not."
    );

    internal static readonly DiagnosticDescriptor StructNotReadonly = Describe.Info(
        "TROOP013",
        Family,
        "Immutable struct assigns itself or is not readonly",
        "'{0}' is immutable, but not declared readonly; declare it as a readonly struct, so that no member can assign 'this' and no call copies it first",
        "A readonly struct says in the language what the attribute promises."
    );

    internal static readonly DiagnosticDescriptor Attributes = Describe.Error(
        "TROOP014",
        Family,
        "Conflicting or misplaced attributes",
        "{0}; {1}",
        "An attribute that contradicts another one, or stands where it means nothing, is a promise that nobody checks."
    );

    internal static readonly DiagnosticDescriptor ListLine = Describe.Error(
        "TROOP014",
        Family,
        "Conflicting or misplaced attributes",
        "This line of a list of {0} does not count: {1}",
        "A file '*.troops.txt' or '*.boundaries.txt' says by name what attributes cannot, in types of other assemblies."
    );

    internal static readonly DiagnosticDescriptor NotThreadSafe = Describe.Error(
        "TROOP014",
        Family,
        "Conflicting or misplaced attributes",
        "'{0}' is declared [ThreadSafe], but {1}; {2}, or let somebody vouch for the type with [Audited]",
        "What the fields of a thread-safe type do not prove, a person has to vouch for."
    );

    internal static readonly DiagnosticDescriptor Event = Describe.Error(
        "TROOP015",
        Family,
        "Event in an immutable type",
        Promise,
        "The list of an event's subscribers is a field that changes with each of them."
    );

    internal static readonly DiagnosticDescriptor SideTable = Describe.Warning(
        "TROOP016",
        Family,
        "State beside an immutable object",
        "'{0}' keeps state beside each '{1}', which is immutable, so that it changes after all; put it into a type of its own that one thread owns, or into a [ThreadSafe] one",
        "A table keyed by the identity of an immutable object gives it mutable fields that every thread sees."
    );
}
