using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>TROOP023: objects that an assembly which nobody checked gives to everybody.</summary>
/// <remarks>
/// A field is the same object for all who read it. What a property gives may be made for each, so only those count whose names say that they hold one for all.
/// </remarks>
internal sealed class ForeignSingletonRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [StaticsDescriptors.ForeignSingleton];

    internal override void Register(RuleContext context) =>
        context.Start.RegisterOperationAction(operation => Check(context, operation), OperationKind.PropertyReference, OperationKind.FieldReference);

    private static void Check(RuleContext context, OperationAnalysisContext action)
    {
        IMemberReferenceOperation reference = (IMemberReferenceOperation)action.Operation;
        if (reference.Instance is not null)
        {
            return;
        }

        ISymbol member = reference.Member;
        bool isShared = member is IFieldSymbol { IsConst: false, IsStatic: true } || (member is IPropertySymbol { IsStatic: true } && IsName(member.Name));
        if (!isShared || reference.Type is not { } type || SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, context.Symbols.Compilation.Assembly))
        {
            return;
        }

        Verdict verdict = context.Kinds.Total(type);
        if (
            verdict.IsShareable
            || context.Kinds.OfMember(member) is Kind.Val or Kind.Sync
            || context.Symbols.IsVerified(member.ContainingAssembly)
            || KnownSymbols.Has(member, context.Symbols.ThreadStatic)
            || IsOnlyNamed(reference)
            || !StaticScope.Covers(context, action.ContainingSymbol)
        )
        {
            return;
        }

        context.Report(
            action.ReportDiagnostic,
            StaticsDescriptors.ForeignSingleton,
            action.ContainingSymbol,
            reference.Syntax.GetLocation(),
            verdict.Locations(),
            verdict.Explain(member),
            member.ContainingAssembly.Name,
            $"make an object of one's own for each thread, or name '{Names.Metadata(member.ContainingType)}.{member.Name}' in a *.troops.txt file if it is thread-safe"
        );
    }

    private static bool IsName(string name) =>
        name is "Shared" or "Default" or "Current" or "Instance" or "Singleton" or "Global" or "SharedInstance" or "DefaultInstance" or "CurrentInstance";

    private static bool IsOnlyNamed(IOperation reference)
    {
        for (IOperation? above = reference.Parent; above is IMemberReferenceOperation or INameOfOperation; above = above.Parent)
        {
            if (above is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }
}
