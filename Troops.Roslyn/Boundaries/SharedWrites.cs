using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Values;

namespace Troops.Roslyn.Boundaries;

/// <summary>Whether a variable that a lambda has captured may be assigned from then on, by anybody.</summary>
/// <remarks>
/// <para>
/// A variable lives from its declaration to the end of its scope, once for each time that the scope is entered: what is assigned before the lambda is made, or in another
/// turn of a loop that declares the variable, is not shared. So this asks, on the control-flow graph of the function that declares the variable, which assignments can be
/// reached from where the lambda is made without leaving the variable's scope.
/// </para>
/// <para>
/// Other lambdas and local functions may run at any time, so what they assign counts, but for lambdas that are used on the spot. Linear in the size of the body; of what
/// cannot be found in the graph the answer is yes.
/// </para>
/// </remarks>
internal static class SharedWrites
{
    /// <summary>A longer body is not looked through: its assignments count, wherever they are.</summary>
    private const int MostBlocks = 20_000;

    /// <param name="variable">A local or parameter from outside of <paramref name="closure"/>.</param>
    /// <param name="closure">The lambda or local function that captures it.</param>
    /// <param name="facts">Of the whole body.</param>
    /// <param name="boundaries">Of the compilation.</param>
    /// <param name="graph">Of the whole body.</param>
    /// <returns>The first such assignment; null if there is none.</returns>
    internal static SyntaxNode? Find(ISymbol variable, IOperation closure, BodyFacts facts, BoundaryMap boundaries, Func<ControlFlowGraph?> graph)
    {
        IReadOnlyList<IOperation> writes = facts.WritesOf(variable);
        if (writes.Count == 0)
        {
            return null;
        }

        IOperation capture = OutermostFunction(closure, variable) ?? closure;
        if (capture is ILocalFunctionOperation)
        {
            return writes[0].Syntax;
        }

        List<(SyntaxNode At, SyntaxNode Write)> points = [];
        foreach (IOperation write in writes)
        {
            IOperation? function = OutermostFunction(write, variable);
            if (function == capture || IsAlias(write) || (function is not null && !IsUsedOnTheSpot(function, boundaries)))
            {
                return write.Syntax;
            }

            points.Add(((function ?? write).Syntax, write.Syntax));
        }

        return variable.ContainingSymbol is IMethodSymbol declaring && graph() is { } whole && GraphOf(whole, declaring) is { } own
            ? Reached(own, variable, capture.Syntax, points)
            : writes[0].Syntax;
    }

    /// <summary>A reference to the variable is kept, through which it may be assigned at any time.</summary>
    private static bool IsAlias(IOperation write)
    {
        IOperation? user = write.Parent;
        while (user is IParenthesizedOperation or IConditionalOperation { IsRef: true } or IMemberReferenceOperation)
        {
            user = user.Parent;
        }

        return user
            is IVariableInitializerOperation
                or IAddressOfOperation
                or ISimpleAssignmentOperation { IsRef: true }
                or IReturnOperation
                or IArgumentOperation
                {
                    Parent: IObjectCreationOperation { Type.IsRefLikeType: true } or IInvocationOperation { TargetMethod.RefKind: not RefKind.None }
                }
                or { Kind: OperationKind.None };
    }

    /// <summary>The outermost lambda or local function around the operation, itself included, in the function that declares the variable; null if it runs in that one.</summary>
    private static IOperation? OutermostFunction(IOperation operation, ISymbol variable)
    {
        IOperation? outermost = null;
        for (IOperation? above = operation; above is not null; above = above.Parent)
        {
            IMethodSymbol? function = (above as IAnonymousFunctionOperation)?.Symbol ?? (above as ILocalFunctionOperation)?.Symbol;
            if (function is null)
            {
                continue;
            }

            if (SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol))
            {
                break;
            }

            outermost = above;
        }

        return outermost;
    }

    private static bool IsUsedOnTheSpot(IOperation function, BoundaryMap boundaries)
    {
        IOperation? user = function.Parent;
        while (user is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            user = user.Parent;
        }

        return user is IArgumentOperation { Parameter: { } parameter } && boundaries.Of(parameter) == Passage.Inline;
    }

    private static ControlFlowGraph? GraphOf(ControlFlowGraph graph, IMethodSymbol function)
    {
        SyntaxNode? syntax = function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (syntax is null || function.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction))
        {
            // The graph begins with the member's own body.
            return graph;
        }

        foreach (IMethodSymbol local in graph.LocalFunctions)
        {
            if (Contains(local, syntax))
            {
                return Inner(graph.GetLocalFunctionControlFlowGraph(local), local, function);
            }
        }

        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (
                IFlowAnonymousFunctionOperation lambda in Operations(block)
                    .SelectMany(static operation => operation.DescendantsAndSelf())
                    .OfType<IFlowAnonymousFunctionOperation>()
            )
            {
                if (Contains(lambda.Symbol, syntax))
                {
                    return Inner(graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol, function);
                }
            }
        }

        return null;
    }

    private static ControlFlowGraph? Inner(ControlFlowGraph graph, IMethodSymbol own, IMethodSymbol function) =>
        SymbolEqualityComparer.Default.Equals(own, function) ? graph : GraphOf(graph, function);

    private static bool Contains(IMethodSymbol function, SyntaxNode syntax) =>
        function.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == syntax.SyntaxTree && reference.Span.Contains(syntax.Span));

    private static IEnumerable<IOperation> Operations(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;

    private static SyntaxNode? Reached(ControlFlowGraph graph, ISymbol variable, SyntaxNode capture, List<(SyntaxNode At, SyntaxNode Write)> points)
    {
        if (graph.Blocks.Length > MostBlocks)
        {
            return points[0].Write;
        }

        ControlFlowRegion? scope = ScopeOf(graph.Root, variable);
        Queue<BasicBlock> open = new();
        HashSet<int> visited = [];
        bool isFound = false;
        foreach (BasicBlock block in graph.Blocks)
        {
            bool isAfter = false;
            foreach (IOperation operation in Operations(block))
            {
                isAfter |=
                    operation.Syntax.Span.Contains(capture.Span)
                    && operation.DescendantsAndSelf().Any(inner => inner is IFlowAnonymousFunctionOperation && inner.Syntax == capture);
                if (isAfter && WriteIn(operation, points) is { } write)
                {
                    return write;
                }
            }

            if (isAfter)
            {
                isFound = true;
                Leave(block, scope, variable, graph, open);
            }
        }

        if (!isFound)
        {
            return points[0].Write;
        }

        while (open.Count > 0)
        {
            BasicBlock block = open.Dequeue();
            if (!visited.Add(block.Ordinal))
            {
                continue;
            }

            foreach (IOperation operation in Operations(block))
            {
                if (WriteIn(operation, points) is { } write)
                {
                    return write;
                }
            }

            Leave(block, scope, variable, graph, open);
        }

        return null;
    }

    private static SyntaxNode? WriteIn(IOperation operation, List<(SyntaxNode At, SyntaxNode Write)> points)
    {
        foreach ((SyntaxNode at, SyntaxNode write) in points)
        {
            if (operation.Syntax.FullSpan.Contains(at.Span) && operation.DescendantsAndSelf().Any(inner => inner.Syntax == at))
            {
                return write;
            }
        }

        return null;
    }

    private static void Leave(BasicBlock block, ControlFlowRegion? scope, ISymbol variable, ControlFlowGraph graph, Queue<BasicBlock> open)
    {
        foreach (ControlFlowBranch? branch in (ControlFlowBranch?[])[block.FallThroughSuccessor, block.ConditionalSuccessor])
        {
            if (
                branch?.Destination is { } next
                && !branch.LeavingRegions.Any(region => region.Locals.Any(local => SymbolEqualityComparer.Default.Equals(local, variable)))
            )
            {
                open.Enqueue(next);
            }

            // On the way out, whatever it leads to.
            foreach (ControlFlowRegion @finally in branch?.FinallyRegions ?? [])
            {
                Enter(@finally);
            }
        }

        // The root of a lambda's graph stands in a region of the graph around it.
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } guarded })
            {
                foreach (ControlFlowRegion handler in guarded.NestedRegions.Where(static nested => nested.Kind != ControlFlowRegionKind.Try))
                {
                    Enter(handler);
                }
            }
        }

        void Enter(ControlFlowRegion region)
        {
            if (scope is null || (region.FirstBlockOrdinal >= scope.FirstBlockOrdinal && region.LastBlockOrdinal <= scope.LastBlockOrdinal))
            {
                open.Enqueue(graph.Blocks[region.FirstBlockOrdinal]);
            }
        }
    }

    private static ControlFlowRegion? ScopeOf(ControlFlowRegion region, ISymbol variable)
    {
        if (region.Locals.Any(local => SymbolEqualityComparer.Default.Equals(local, variable)))
        {
            return region;
        }

        foreach (ControlFlowRegion nested in region.NestedRegions)
        {
            if (ScopeOf(nested, variable) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
