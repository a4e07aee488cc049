using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>The control-flow graphs of the functions of one body that declare certain locals.</summary>
internal static class FlowGraphs
{
    internal static IEnumerable<(ControlFlowGraph Graph, ISymbol Function)> Of(OperationBlockAnalysisContext action, ImmutableArray<ILocalSymbol> locals)
    {
        HashSet<ISymbol> wanted = new(locals.Select(static local => local.ContainingSymbol), SymbolEqualityComparer.Default);
        foreach (IOperation root in action.OperationBlocks.Where(HasGraph))
        {
            Stack<(ControlFlowGraph Graph, ISymbol Function)> open = new();
            if (wanted.Count > 0)
            {
                open.Push((action.GetControlFlowGraph(root), action.OwningSymbol));
            }

            while (open.Count > 0)
            {
                (ControlFlowGraph graph, ISymbol function) = open.Pop();
                if (wanted.Remove(function))
                {
                    yield return (graph, function);
                }

                if (wanted.Count == 0)
                {
                    yield break;
                }

                foreach (IMethodSymbol local in graph.LocalFunctions)
                {
                    open.Push((graph.GetLocalFunctionControlFlowGraph(local, action.CancellationToken), local));
                }

                foreach (IFlowAnonymousFunctionOperation lambda in Lambdas(graph))
                {
                    open.Push((graph.GetAnonymousFunctionControlFlowGraph(lambda, action.CancellationToken), lambda.Symbol));
                }
            }
        }
    }

    /// <summary>Of the body around an operation; null if that has none.</summary>
    internal static ControlFlowGraph? Around(IOperation operation, CancellationToken cancellation) =>
        HasGraph(operation) && operation.SemanticModel is { } model ? ControlFlowGraph.Create(RootOf(operation).Syntax, model, cancellation) : null;

    private static bool HasGraph(IOperation operation) =>
        RootOf(operation)
            is IBlockOperation
                or IMethodBodyBaseOperation
                or IFieldInitializerOperation
                or IPropertyInitializerOperation
                or IParameterInitializerOperation;

    private static IOperation RootOf(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    private static IEnumerable<IFlowAnonymousFunctionOperation> Lambdas(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            IEnumerable<IOperation> all = block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;
            foreach (IOperation operation in all.SelectMany(static operation => operation.DescendantsAndSelf()))
            {
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    yield return lambda;
                }
            }
        }
    }
}
