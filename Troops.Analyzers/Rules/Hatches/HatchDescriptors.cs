using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP060 to TROOP069: ways round what the other rules prove. The index of <c>docs/rules</c> and the release files are made from these tables.</summary>
internal static class HatchDescriptors
{
    private const string Family = "Hatches";

    internal static readonly DiagnosticDescriptor UnsafeCode = Describe.Error(
        "TROOP060",
        Family,
        "Unsafe code",
        "{0} can write what the compiler takes for immutable, or let an object pass for another; {1}",
        "Pointers, and methods that reinterpret memory, go round the type system, and nothing that is proved of types holds where they are used."
    );

    internal static readonly DiagnosticDescriptor Reflection = Describe.Error(
        "TROOP061",
        Family,
        "Reflection writes or invokes",
        "{0} writes, makes or invokes by name what no rule can see; {1}",
        "Reflection sets readonly fields, calls private members and makes objects without their constructors: the rules see none of it."
    );

    internal static readonly DiagnosticDescriptor Dynamic = Describe.Error(
        "TROOP062",
        Family,
        "Dynamic code",
        "What '{0}' does is found out at run time, so no rule can see it; give it a static type",
        "A dynamic operation may call or write anything, whatever the types of the program promise."
    );

    internal static readonly DiagnosticDescriptor AmbientThreads = Describe.Error(
        "TROOP063",
        Family,
        "Threads that are not of Troops",
        "'{0}' is about kernel threads, which keep none of the promises of Troops; {1}",
        "What the thread pool and kernel threads run belongs to no thread of Troops: it is not stopped, metered or shown with it, and shares memory without being checked."
    );

    internal static readonly DiagnosticDescriptor Blocking = Describe.Error(
        "TROOP065",
        Family,
        "A task blocks its kernel thread",
        "'{0}' keeps a kernel thread waiting, and with it every other thread that could run there; {1}",
        "Threads of Troops share few kernel threads. One that waits without giving its kernel thread back holds up all the others, and may wait for one of them."
    );

    internal static readonly DiagnosticDescriptor Handle = Describe.Error(
        "TROOP068",
        Family,
        "An object is reached past its owner",
        "{0}; {1}",
        "A handle is a number that anybody can turn into the object again, and an object that its finalizer stores comes back on the garbage collector's thread."
    );

    internal static readonly DiagnosticDescriptor Singleton = Describe.Error(
        "TROOP069",
        Family,
        "A mutable object is registered for everybody",
        "Every thread gets the same object from '{0}': {1}; {2}",
        "A container gives a singleton to every thread that asks, so it must be immutable or thread-safe."
    );
}
