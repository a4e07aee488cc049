using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>What the blocks of a graph do with its variables that hold tasks: its locals, and the unnamed ones that the graph keeps values in.</summary>
internal sealed class TaskEvents
{
    private readonly TaskCode code;
    private readonly Dictionary<ISymbol, int> locals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, int> captures = [];

    /// <summary>The local that an unnamed variable stands for where it is assigned.</summary>
    private readonly Dictionary<CaptureId, int> targets = [];
    private readonly List<IOperation> starts = [];

    internal TaskEvents(TaskCode code, ControlFlowGraph graph, ImmutableArray<ILocalSymbol> tracked)
    {
        this.code = code;
        foreach (ILocalSymbol local in tracked)
        {
            locals.Add(local, locals.Count);
        }

        FindTargets(graph);
        Blocks = [.. graph.Blocks.Select(Of)];
    }

    /// <summary>In the order in which they happen.</summary>
    internal ImmutableArray<ImmutableArray<TaskEvent>> Blocks { get; }

    internal int Variables => locals.Count + captures.Count;

    /// <summary>The values that tasks are started by, by their number.</summary>
    internal IReadOnlyList<IOperation> Starts => starts;

    private void FindTargets(ControlFlowGraph graph)
    {
        HashSet<CaptureId> assigned = [];
        foreach (IOperation operation in graph.Blocks.SelectMany(static block => block.Operations))
        {
            foreach (IOperation inner in InOrder(operation))
            {
                if (inner is ISimpleAssignmentOperation { Target: IFlowCaptureReferenceOperation target })
                {
                    assigned.Add(target.Id);
                }
            }
        }

        foreach (IFlowCaptureOperation capture in graph.Blocks.SelectMany(static block => block.Operations).OfType<IFlowCaptureOperation>())
        {
            if (assigned.Contains(capture.Id) && capture.Value is ILocalReferenceOperation local && locals.TryGetValue(local.Local, out int variable))
            {
                targets[capture.Id] = variable;
            }
        }
    }

    private ImmutableArray<TaskEvent> Of(BasicBlock block)
    {
        ImmutableArray<TaskEvent>.Builder events = ImmutableArray.CreateBuilder<TaskEvent>();
        foreach (IOperation operation in block.Operations)
        {
            Add(operation, isReturned: false, events);
        }

        if (block.BranchValue is { } value)
        {
            Add(value, block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return, events);
        }

        return events.ToImmutable();
    }

    private void Add(IOperation root, bool isReturned, ImmutableArray<TaskEvent>.Builder events)
    {
        foreach (IOperation operation in InOrder(root))
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation assignment when VariableOf(assignment.Target, isTarget: true) is { } variable:
                    Write(variable, assignment.Value, events);
                    break;
                case IFlowCaptureOperation capture when code.IsTask(capture.Value.Type) && !targets.ContainsKey(capture.Id):
                    Write(Capture(capture.Id), capture.Value, events);
                    break;
                case ILocalReferenceOperation or IFlowCaptureReferenceOperation when VariableOf(operation, isTarget: false) is { } variable:
                    if (Use(operation, isReturned, out SyntaxNode syntax) is { } use)
                    {
                        events.Add(new(use, variable, 0, syntax));
                    }

                    break;
            }
        }
    }

    private void Write(int variable, IOperation value, ImmutableArray<TaskEvent>.Builder events)
    {
        if (VariableOf(Unconverted.Of(value), isTarget: false) is { } other)
        {
            events.Add(new(TaskUse.Copy, variable, other, value.Syntax));
            return;
        }

        starts.Add(value);
        events.Add(new(TaskUse.Start, variable, starts.Count - 1, value.Syntax));
    }

    private int? VariableOf(IOperation operation, bool isTarget) =>
        operation switch
        {
            ILocalReferenceOperation local when locals.TryGetValue(local.Local, out int variable) => variable,
            IFlowCaptureReferenceOperation reference when targets.TryGetValue(reference.Id, out int target) => target,
            IFlowCaptureReferenceOperation reference when !isTarget && code.IsTask(reference.Type) => Capture(reference.Id),
            _ => null,
        };

    private int Capture(CaptureId id)
    {
        if (!captures.TryGetValue(id, out int variable))
        {
            captures.Add(id, variable = Variables);
        }

        return variable;
    }

    /// <summary>Null if it is only looked at, or if whoever uses it says more.</summary>
    private static TaskUse? Use(IOperation reference, bool isReturned, out SyntaxNode syntax)
    {
        IOperation? user = OperationTree.UserOf(reference, out IOperation used);
        syntax = user?.Syntax ?? reference.Syntax;
        switch (user)
        {
            case null:
                return isReturned ? TaskUse.Consume : TaskUse.Escape;
            case IAwaitOperation:
                return TaskUse.Consume;
            case ISimpleAssignmentOperation assignment when assignment.Target == used || assignment.Target is IDiscardOperation:
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IFlowCaptureReferenceOperation }:
            case IFlowCaptureOperation:
            case IPropertyReferenceOperation:
            case IExpressionStatementOperation:
                return null;
            case IInvocationOperation call when call.Instance == used:
                return call.TargetMethod.Name is "Forget" or "AsTask" or "WithTimeout" ? TaskUse.Consume : TaskUse.Escape;
        }

        while (user is ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation or IConversionOperation)
        {
            user = user.Parent;
        }

        bool isAwaited =
            user is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType: { Name: "TroopTask" } type } } }
            && type.ContainingNamespace is { Name: "Troops" };
        syntax = reference.Syntax;
        return isAwaited ? TaskUse.Consume : TaskUse.Escape;
    }

    /// <summary>Operands before what is done with them. Without recursion: an expression may be nested deeper than a stack is.</summary>
    private static IEnumerable<IOperation> InOrder(IOperation root)
    {
        Stack<(IOperation Operation, bool IsDone)> open = new([(root, false)]);
        while (open.Count > 0)
        {
            (IOperation operation, bool isDone) = open.Pop();
            if (isDone)
            {
                yield return operation;
                continue;
            }

            open.Push((operation, true));
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                open.Push((child, false));
            }
        }
    }
}
