using Microsoft.CodeAnalysis;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.CodeFixes;

/// <summary>What the path of a diagnostic ends with: there, and not always where the diagnostic stands, is what has to be repaired.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Member">The last member on the path, as a user wrote it; null if the path has none.</param>
/// <param name="Type">The type that is to blame, or whose member is.</param>
internal sealed record Blame(Cause Cause, ISymbol? Member, ITypeSymbol? Type)
{
    internal static Blame Of(Verdict verdict, ISymbol? holder)
    {
        ISymbol? member = holder;
        Verdict step = verdict;
        for (; step.Next is not null; step = step.Next)
        {
            member = step.Member ?? member;
        }

        return new(step.Cause, Written(step.Member ?? member), step.Type);
    }

    internal static ITypeSymbol? TypeOf(ISymbol? symbol) =>
        symbol switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };

    /// <summary>The property of a backing field, the parameter of a captured one.</summary>
    private static ISymbol? Written(ISymbol? member)
    {
        ISymbol? definition = member?.OriginalDefinition;
        return definition switch
        {
            IFieldSymbol { AssociatedSymbol: { } declared } => declared,
            IFieldSymbol field when Names.CapturedParameter(field) is { } name => field
                .ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.Name == name),
            _ => definition,
        };
    }
}
