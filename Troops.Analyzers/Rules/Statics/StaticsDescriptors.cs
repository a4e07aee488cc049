using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>TROOP020 to TROOP023: what every thread can reach. The index of <c>docs/rules</c> and the release files are made from these tables.</summary>
internal static class StaticsDescriptors
{
    private const string Family = "Statics";

    internal static readonly DiagnosticDescriptor MutableStatic = Describe.Error(
        "TROOP020",
        Family,
        "Mutable static",
        "Every thread can reach {0}; {1}",
        "A static is reached from every thread, so it must be readonly, and what it holds must be immutable or thread-safe."
    );

    internal static readonly DiagnosticDescriptor Publishes = Describe.Error(
        "TROOP021",
        Family,
        "A static initializer starts a thread or hands out mutable state",
        "The static initializer of {0} {1}; {2}",
        "A type's statics are not there yet while its initializer runs, and other threads wait for it: whatever it lets loose runs too early."
    );

    internal static readonly DiagnosticDescriptor ThreadAffine = Describe.Error(
        "TROOP022",
        Family,
        "State of a kernel thread",
        "{0}: {1}; use a static readonly ThreadState<{2}> of Troops.Sharing",
        "Threads of Troops move from one kernel thread to another, so what belongs to a kernel thread belongs to nobody."
    );

    internal static readonly DiagnosticDescriptor ForeignSingleton = Describe.Error(
        "TROOP023",
        Family,
        "Mutable singleton of another assembly",
        "Every thread can reach {0}, of '{1}', which is not checked; {2}",
        "An object that another assembly gives to everybody is shared by all threads; nothing says that it may be."
    );
}
