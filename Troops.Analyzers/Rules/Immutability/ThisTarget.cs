using Microsoft.CodeAnalysis;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>What a call on <c>this</c> runs, seen from the type that is being constructed.</summary>
/// <param name="Method">Whose body runs; null if it does nothing with <c>this</c>.</param>
/// <param name="Problem">Why that is not certain.</param>
/// <param name="Repair">What to do about it, where that depends on the problem.</param>
internal readonly record struct ThisTarget(IMethodSymbol? Method, string? Problem, string? Repair = null)
{
    /// <summary>During construction, where a method that a subclass or another assembly may call is not taken at its body.</summary>
    internal static ThisTarget Of(INamedTypeSymbol type, ThisCall call)
    {
        if (call.IsVirtual && !type.IsSealed)
        {
            return new(
                null,
                $"'{Names.Of(call.Method.AssociatedSymbol ?? call.Method)}' may be overridden by a subclass, which is not constructed yet",
                $"call nothing that can be overridden, or seal '{type.Name}'"
            );
        }

        ThisTarget target = Running(type, call);
        return target.Method switch
        {
            { AssociatedSymbol: null, MethodKind: not MethodKind.Constructor } method
                when method.DeclaredAccessibility != Accessibility.Private && !type.IsSealed => new(
                null,
                $"'{Names.Of(method)}' is not private, and '{type.Name}' is not sealed",
                $"make it private, or seal '{type.Name}'"
            ),
            { } method when ThisUses.GoesOn(method) => new(null, $"'{Names.Of(method)}' goes on after the constructor", ThisEscape.Afterwards),
            _ => target,
        };
    }

    /// <summary>What runs if the object is of exactly this type; in a class that is not sealed, it must be certain.</summary>
    internal static ThisTarget Running(INamedTypeSymbol type, ThisCall call)
    {
        IMethodSymbol method = call.IsVirtual ? Overriding(type, call.Method) ?? call.Method : call.Method;
        // What a base class of another assembly is worth, its constructors and init accessors included, its own promise says or TROOP005.
        bool isForeignBase = method.DeclaringSyntaxReferences.IsEmpty && (method.MethodKind == MethodKind.Constructor || method.IsInitOnly);
        if (isForeignBase || method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType || method.IsImplicitlyDeclared)
        {
            return default;
        }

        return !IsAbove(type, method.ContainingType) || method.IsAbstract || method.IsExtern || method.DeclaringSyntaxReferences.IsEmpty
            ? new(null, $"what '{Names.Of(method.AssociatedSymbol ?? method)}' does with 'this' cannot be seen")
            : new(method, null);
    }

    private static IMethodSymbol? Overriding(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            foreach (ISymbol member in level.GetMembers(method.Name))
            {
                for (IMethodSymbol? candidate = member as IMethodSymbol; candidate is not null; candidate = candidate.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method))
                    {
                        return ((IMethodSymbol)member).OriginalDefinition;
                    }
                }
            }
        }

        return null;
    }

    private static bool IsAbove(INamedTypeSymbol type, INamedTypeSymbol owner)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level.OriginalDefinition, owner.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
