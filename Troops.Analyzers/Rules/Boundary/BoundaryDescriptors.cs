using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Boundary;

/// <summary>TROOP030 to TROOP039: what goes from one thread to another.</summary>
/// <remarks>{0} what takes it there, {1} the path, {2} what to do.</remarks>
internal static class BoundaryDescriptors
{
    private const string Family = "Boundary";

    private const string Runs = "{0} runs this on another thread, which would share {1}; {2}";

    private const string Hands = "{0} gives {1} to another thread; {2}";

    internal static readonly DiagnosticDescriptor Captured = Describe.Error(
        "TROOP030",
        Family,
        "Mutable object captured by another thread",
        Runs,
        "What a delegate captures is used by the thread that runs it and by the one that made it, at once. So all of it must be immutable or thread-safe."
    );

    /// <summary>{3} where the assignment is.</summary>
    internal static readonly DiagnosticDescriptor Written = Describe.Error(
        "TROOP031",
        Family,
        "Captured variable is assigned",
        "{0} runs this on another thread, which shares the variable '{1}', and line {2} assigns it; {3}",
        "A lambda shares the variables that it captures, so an assignment, on either side, is seen by both threads at once: even of an int."
    );

    internal static readonly DiagnosticDescriptor Argument = Describe.Error(
        "TROOP032",
        Family,
        "Argument is not shareable",
        Hands,
        "What one thread hands to another is known to both afterwards, so it must be immutable or thread-safe."
    );

    /// <summary>{0} the member.</summary>
    internal static readonly DiagnosticDescriptor Result = Describe.Error(
        "TROOP033",
        Family,
        "Result of a live thread is not shareable",
        "{0} gives {1} to everybody who asks; {2}",
        "The first Join moves a thread's result to who joins. Whatever more than one can ask for is shared, so it must be immutable or thread-safe."
    );

    internal static readonly DiagnosticDescriptor Target = Describe.Error(
        "TROOP034",
        Family,
        "Delegate holds on to something mutable",
        "{0} runs a delegate on another thread that holds on to {1}; {2}",
        "A delegate made of an object's method takes the object along, and one that comes from elsewhere may have captured anything."
    );

    /// <summary>{0} the method, {1} its parameter.</summary>
    internal static readonly DiagnosticDescriptor Forgotten = Describe.Error(
        "TROOP034",
        Family,
        "Delegate holds on to something mutable",
        "'{0}' runs '{1}' on another thread, and a delegate of it does not say so: whoever calls that is not checked; call '{0}' where the work is written",
        "The mark of a parameter is no part of a delegate's type."
    );

    /// <summary>{0} the method, {1} its parameter, {2} the method that it overrides or implements.</summary>
    internal static readonly DiagnosticDescriptor Hidden = Describe.Error(
        "TROOP034",
        Family,
        "Delegate holds on to something mutable",
        "'{0}' runs '{1}' on another thread, and who calls it as '{2}' is not told; mark the parameter there",
        "A call is checked by the method that it names, which is the one of the base class or interface."
    );

    /// <summary>{0} the operator or type, {1} the parameter, {2} what it is one of, {3} what to write.</summary>
    internal static readonly DiagnosticDescriptor Unheard = Describe.Error(
        "TROOP034",
        Family,
        "Delegate holds on to something mutable",
        "'{0}' runs '{1}' on another thread, and no mark of {2} is looked at; write {3}",
        "A mark is looked at where a method or an indexer is called, and not where an operator, a conversion, an event, a lambda or the receiver of an extension block is used."
    );

    internal static readonly DiagnosticDescriptor TypeParameter = Describe.Error(
        "TROOP035",
        Family,
        "Value of an unconstrained type parameter crosses",
        "{0} takes {1} to another thread; {2}",
        "Whoever chooses the type argument decides whether it can be shared, so the type parameter has to demand it."
    );

    internal static readonly DiagnosticDescriptor Lazy = Describe.Error(
        "TROOP036",
        Family,
        "Lazy sequence, view or task crosses",
        "{0} takes {1} to another thread; {2}",
        "A query, an iterator, a read-only view, a Lazy or a task runs or reads later what its maker may change meanwhile."
    );

    internal static readonly DiagnosticDescriptor View = Describe.Error(
        "TROOP037",
        Family,
        "View of memory crosses",
        "{0} takes {1} to another thread; {2}",
        "Memory, ReadOnlyMemory and ArraySegment look into an array whose owner can go on to write it."
    );

    internal static readonly DiagnosticDescriptor Box = Describe.Error(
        "TROOP038",
        Family,
        "Boxed mutable struct crosses",
        "{0} takes {1}, in a box, to another thread; {2}",
        "A box is an object, and the methods of a struct in it change it for everybody who has the box."
    );

    internal static readonly DiagnosticDescriptor Array = Describe.Error(
        "TROOP039",
        Family,
        "Array crosses",
        "{0} takes {1} to another thread; {2}",
        "The elements of an array can be assigned by everybody who has it."
    );

    internal static readonly DiagnosticDescriptor Unlisted = Describe.Warning("TROOP067", "Hatches", UnlistedTitle, UnlistedMessage, WhyUnlisted);

    internal static readonly DiagnosticDescriptor UnlistedStrict = Describe.Error(
        "TROOP067",
        "Hatches",
        UnlistedTitle,
        UnlistedMessage,
        WhyUnlisted,
        Describe.Strict
    );

    private const string UnlistedTitle = "Mutable state goes to unchecked code";

    private const string UnlistedMessage = "Nothing says on which thread {0} runs this, which holds on to {1}; {2}";

    private const string WhyUnlisted =
        "Another assembly that was not checked may run the delegate on any thread. A line in a *.boundaries.txt file says what it does with it.";
}
