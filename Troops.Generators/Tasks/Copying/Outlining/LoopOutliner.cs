using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Generators.Tasks.Copying.Outlining;

/// <summary>Says which loops of a copy become functions of their own, and what each of them needs.</summary>
/// <remarks>
/// Every variable of an async body is a field, and one that a loop changes costs a load and a store a round. In a function it is a register. Whatever might mean something else there stays where it is: a
/// loop that is not outlined is slower, and nothing else.
/// </remarks>
internal sealed class LoopOutliner(SemanticModel model, INamedTypeSymbol type, SyntaxNode declaration, CancellationToken cancellation)
{
    private int count;

    /// <summary>The function that the loop becomes; null if it stays.</summary>
    /// <param name="loop">A <c>for</c>, <c>while</c>, <c>do</c>, or a <c>foreach</c> with a variable.</param>
    /// <param name="function">Whose body it stands in.</param>
    /// <param name="line">The user's.</param>
    internal OutlinedLoop? Of(StatementSyntax loop, SyntaxNode function, int line)
    {
        // What a `foreach` goes over is evaluated before.
        StatementSyntax inside = loop is ForEachStatementSyntax { Statement: var body } ? body : loop;
        LoopItems? items = loop is ForEachStatementSyntax each ? LoopItems.Of(model, each, cancellation) : null;
        if (
            (loop is CommonForEachStatementSyntax && items is null)
            || !LoopSyntax.IsPlain(loop, inside)
            || EndOf(loop) is not { } isEndless
            || UsesThis(inside) is not { } usesThis
            || (usesThis && !MayUseThis(function))
            || model.AnalyzeDataFlow(inside) is not { Succeeded: true } flow
            || !flow.CapturedInside.IsEmpty
            || !flow.UnsafeAddressTaken.IsEmpty
            || VariablesOf(loop, flow, LoopSyntax.IsInTry(loop, function)) is not { } variables
        )
        {
            return null;
        }

        return new(++count, line, usesThis, isEndless, items, [.. variables, .. items?.Variables ?? []]);
    }

    /// <summary>Whether it has none; null if it is left by other ways than its condition and <c>break</c>, or never reached.</summary>
    private bool? EndOf(StatementSyntax loop) =>
        model.AnalyzeControlFlow(loop)
            is { Succeeded: true, StartPointIsReachable: true, EntryPoints.IsEmpty: true, ExitPoints.IsEmpty: true, ReturnStatements.IsEmpty: true } flow
            ? !flow.EndPointIsReachable
            : null;

    /// <summary>Null if it uses what a function cannot, or what may mean something else in it.</summary>
    private bool? UsesThis(StatementSyntax inside)
    {
        bool usesThis = false;
        foreach (IOperation operation in model.GetOperation(inside, cancellation)?.DescendantsAndSelf() ?? [])
        {
            switch (operation)
            {
                case IInvalidOperation
                or IDynamicInvocationOperation
                or IDynamicMemberReferenceOperation
                or IDynamicIndexerAccessOperation
                or IDynamicObjectCreationOperation:
                // A parameter of the type's, which is a field in disguise.
                case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }:
                // A function that may share variables with the task.
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction, IsStatic: false } }:
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction, IsStatic: false } }:
                    return null;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    usesThis = true;
                    break;
                default:
                    break;
            }
        }

        return usesThis;
    }

    /// <summary>Not in a struct, where it is a variable; nor in a lambda, which has captured it.</summary>
    private bool MayUseThis(SyntaxNode function) => type.IsReferenceType && function == declaration;

    /// <summary>Null if there is one that no function can have.</summary>
    private List<LoopVariable>? VariablesOf(StatementSyntax loop, DataFlowAnalysis flow, bool isInTry)
    {
        HashSet<ISymbol> captured = new(flow.Captured, SymbolEqualityComparer.Default);
        HashSet<ISymbol> written = new(flow.WrittenInside, SymbolEqualityComparer.Default);
        HashSet<ISymbol> assigned = new(flow.DefinitelyAssignedOnEntry, SymbolEqualityComparer.Default);
        assigned.UnionWith(
            LoopSyntax.AssignedFirst(loop).Select(name => model.GetSymbolInfo(name, cancellation).Symbol).Where(static symbol => symbol is not null)!
        );
        List<LoopVariable> found = [];
        foreach (
            ISymbol symbol in flow
                .ReadInside.Union(flow.WrittenInside, SymbolEqualityComparer.Default)
                .OrderBy(static symbol => symbol!.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start ?? -1)!
        )
        {
            if (symbol is IParameterSymbol { IsThis: true } or ILocalSymbol { IsConst: true })
            {
                continue;
            }

            if (
                TypeOf(symbol) is not { } variable
                || captured.Contains(symbol)
                || symbol.Name == "_"
                || symbol.DeclaringSyntaxReferences is not [{ Span: var declared }]
            )
            {
                return null;
            }

            if (LoopSyntax.Owns(loop, declared))
            {
                if (!variable.IsRefLikeType)
                {
                    continue;
                }

                return null;
            }

            bool isInHead = loop.Span.Contains(declared);
            if (
                !LoopTypes.IsSayable(variable)
                || PassingOf(
                    symbol,
                    variable,
                    written.Contains(symbol),
                    assigned.Contains(symbol) || (isInHead && HasValue(symbol)),
                    isInHead || flow.DataFlowsOut.Contains(symbol, SymbolEqualityComparer.Default),
                    isInTry
                )
                    is not { } passing
            )
            {
                return null;
            }

            found.Add(new(variable.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), symbol.Name, passing));
        }

        return found;
    }

    private static LoopPassing? PassingOf(ISymbol symbol, ITypeSymbol type, bool isWritten, bool isAssigned, bool isReadLater, bool isInTry)
    {
        if (!isAssigned)
        {
            // Nothing goes from one round to the next in it: each would read what may not have been assigned.
            return isReadLater ? null : LoopPassing.Local;
        }

        bool isRegister = LoopTypes.IsRegister(type);
        if (!isWritten && (isRegister || LoopTypes.IsReadOnly(type)))
        {
            return LoopPassing.Value;
        }

        // What `foreach` and `using` declare cannot be passed by reference.
        return symbol is ILocalSymbol { IsForEach: true } or ILocalSymbol { IsUsing: true } ? null
            : isRegister && !isInTry ? LoopPassing.Register
            : LoopPassing.Reference;
    }

    private ITypeSymbol? TypeOf(ISymbol symbol) =>
        symbol switch
        {
            ILocalSymbol { RefKind: RefKind.None, IsFixed: false } local => local.Type,
            IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
            _ => null,
        };

    private bool HasValue(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var declared] && declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer: not null };
}
