using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Boundaries;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP061 for calls.</summary>
internal static class ReflectionUses
{
    private const string Repair = "call the member itself, or take a delegate or an interface that does it";

    internal static void Check(HatchUse use)
    {
        if (
            (use.Has(ApiRole.Reflection) || (use.Has(ApiRole.StrictReflection) && use.Context.Options.IsStrict))
            && !MakesWhatAnybodyCan(use.Context, use.Member, use.Operation)
        )
        {
            use.Report(HatchDescriptors.Reflection, $"'{use.Name}'", Repair);
        }
    }

    /// <summary><c>Activator.CreateInstance</c>, unless it is told to look at constructors that are not public.</summary>
    private static bool MakesWhatAnybodyCan(RuleContext context, ISymbol member, IOperation operation)
    {
        if (member.Name != "CreateInstance" || !SymbolEqualityComparer.Default.Equals(member.ContainingType, context.Symbols.Activator))
        {
            return false;
        }

        foreach (IParameterSymbol parameter in ((IMethodSymbol)member).Parameters)
        {
            bool isAsked =
                parameter.Name == "nonPublic"
                    ? (operation as IInvocationOperation)?.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "nonPublic")?.Value.ConstantValue
                        is not { HasValue: true, Value: false }
                    : SymbolEqualityComparer.Default.Equals(parameter.Type, context.Symbols.BindingFlags);
            if (isAsked)
            {
                return false;
            }
        }

        return true;
    }
}
