using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>TROOP023: objects that an assembly which nobody checked gives to everybody.</summary>
/// <remarks>
/// What a static property gives may be made for each who asks, and what a readonly field holds is mostly a constant, so of these only those count whose names say that they
/// hold one object for all. A field that can be assigned is shared whatever its name.
/// </remarks>
internal sealed class ForeignSingletonRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [StaticsDescriptors.ForeignSingleton];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnUse(member => IsShared(context.Symbols.Compilation, member), operation => Check(context, operation), OperationKind.PropertyReference);
        // Nearly all are of objects, and these leave first.
        context.Looks.OnOperation(operation => CheckField(context, operation), OperationKind.FieldReference);
    }

    private static bool IsShared(Compilation compilation, ISymbol member) =>
        member is { IsStatic: true } and (IPropertySymbol or IFieldSymbol { IsConst: false })
        && (IsName(member.Name) || member is IFieldSymbol { IsReadOnly: false, Type.IsReferenceType: true })
        && !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly);

    private static void CheckField(RuleContext context, OperationAnalysisContext action)
    {
        IFieldReferenceOperation reference = (IFieldReferenceOperation)action.Operation;
        if (reference.Instance is null && IsShared(context.Symbols.Compilation, reference.Field))
        {
            Check(context, action);
        }
    }

    private static void Check(RuleContext context, OperationAnalysisContext action)
    {
        IMemberReferenceOperation reference = (IMemberReferenceOperation)action.Operation;
        ISymbol member = reference.Member;
        if (reference.Instance is not null || reference.Type is not { } type)
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
            || !CodeScope.Covers(context, action.ContainingSymbol, action.CancellationToken)
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
            $"make an object for each thread, or name '{Names.Metadata(member.ContainingType)}.{member.Name}' in a *.troops.txt file if threads may share it"
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
