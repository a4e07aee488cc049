using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>A call of a method or accessor on <c>this</c>.</summary>
/// <param name="Method">As declared.</param>
/// <param name="IsVirtual">Whether the object decides which method runs.</param>
/// <param name="At">The expression.</param>
internal readonly record struct ThisCall(IMethodSymbol Method, bool IsVirtual, Location At)
{
    /// <summary>Whether a subclass may say what runs when the method is called.</summary>
    internal static bool IsDispatched(IMethodSymbol method) => (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed;
}
