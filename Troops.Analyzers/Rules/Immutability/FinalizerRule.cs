using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>TROOP012: a finalizer uses only what threads may share, and memory that is not the garbage collector's.</summary>
/// <remarks>
/// Looks through what the finalizer calls on <c>this</c>, with the constants that it passes: <c>Dispose(false)</c> does not reach what stands under
/// <c>if (disposing)</c>. An override of <c>Dispose(bool)</c> is what the finalizer of its base runs, so it is looked at in the same way.
/// </remarks>
internal sealed class FinalizerRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ImmutabilityDescriptors.Finalizer];

    internal override void Register(RuleContext context) => context.Start.RegisterOperationBlockAction(block => Check(context, block));

    private static void Check(RuleContext context, OperationBlockAnalysisContext action)
    {
        if (
            action.OwningSymbol is not IMethodSymbol { IsStatic: false, ContainingType.TypeKind: TypeKind.Class } method
            || !(method.MethodKind == MethodKind.Destructor || (IsDisposing(method) && method.IsOverride && HasFinalizer(method.ContainingType.BaseType)))
            || context.Kinds.Total(method.ContainingType).IsShareable
        )
        {
            return;
        }

        FinalizerBody own = new(
            method,
            action.OperationBlocks,
            method.MethodKind == MethodKind.Destructor ? Constants.None : Constants.None.With(method.Parameters[0], value: false)
        );
        HashSet<ISymbol> blamed = new(SymbolEqualityComparer.Default);
        HashSet<(ISymbol Method, string Constants)> seen = [];
        Queue<(FinalizerBody Body, string Path, IOperation? At)> open = new([(own, "", null)]);
        while (open.Count > 0)
        {
            action.CancellationToken.ThrowIfCancellationRequested();
            (FinalizerBody body, string path, IOperation? at) = open.Dequeue();
            foreach (IOperation operation in body.Reached())
            {
                if (FinalizerUse.Of(context, method.ContainingType, operation) is not { } use)
                {
                    continue;
                }

                if (use.Callee is { } callee)
                {
                    Constants constants = body.Constants.Of(operation, callee);
                    if (seen.Add((callee, constants.ToString())) && Bodies.Of(context.Symbols.Compilation, callee, action.CancellationToken) is { } inner)
                    {
                        open.Enqueue((new(callee, [inner], constants), $"{path}{Names.Of(callee)} -> ", at ?? operation));
                    }
                }
                else if (blamed.Add(use.Member ?? body.Method))
                {
                    Location[] related = at is null ? [] : [operation.Syntax.GetLocation()];
                    context.Report(
                        action.ReportDiagnostic,
                        ImmutabilityDescriptors.Finalizer,
                        use.Member is { } member && context.AuditedMember(member) is { } audited ? audited : method,
                        (at ?? operation).Syntax.GetLocation(),
                        [.. related, .. use.Related],
                        method.ContainingType.Name,
                        path + use.Problem,
                        use.Repair
                    );
                }
            }
        }
    }

    /// <summary>The method of the dispose pattern.</summary>
    internal static bool IsDisposing(IMethodSymbol method) =>
        method is { Name: "Dispose", ReturnsVoid: true, Parameters: [{ Type.SpecialType: SpecialType.System_Boolean, RefKind: RefKind.None }] };

    /// <summary>By itself or from a base class.</summary>
    internal static bool HasFinalizer(INamedTypeSymbol? type)
    {
        for (; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            if (type.GetMembers(WellKnownMemberNames.DestructorName).Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Destructor }))
            {
                return true;
            }
        }

        return false;
    }
}
