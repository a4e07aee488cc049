using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Follows the tasks that the locals of one function hold through its graph.</summary>
/// <remarks>
/// Forward, to a fixed point: states only grow and are finite. What may throw may leave a <c>try</c> after each of its steps, so a handler begins with all of these states;
/// what a <c>finally</c> ends with goes on wherever something was left through it.
/// </remarks>
internal sealed class TaskFlow(TaskCode code, ControlFlowGraph graph, ImmutableArray<ILocalSymbol> locals)
{
    private const int MostBlocks = 4_000;

    /// <summary>Of words in all states together, times how often a block is looked at again on average.</summary>
    private const long MostWork = 30_000_000;

    private readonly TaskEvents events = new(code, graph, locals);
    private readonly Dictionary<ControlFlowRegion, List<int>> afterFinally = [];

    /// <summary>Null if it is too much.</summary>
    internal ImmutableArray<TaskFinding>? Run(CancellationToken cancellation)
    {
        if (events.Starts.Count == 0)
        {
            return [];
        }

        long size = 2L * events.Variables * (((2 * events.Starts.Count) + 63) / 64);
        if (graph.Blocks.Length > MostBlocks || size * graph.Blocks.Length > MostWork)
        {
            return null;
        }

        return Solve(MostWork / size, cancellation) is { } states ? Report(states) : null;
    }

    private TaskState?[]? Solve(long budget, CancellationToken cancellation)
    {
        FindFinally();
        int[][] handlers = [.. graph.Blocks.Select(HandlersOf)];
        TaskState?[] states = new TaskState?[graph.Blocks.Length];
        states[0] = NewState();
        TaskState now = NewState();
        SortedSet<int> open = [0];
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            int number = open.Min;
            open.Remove(number);
            BasicBlock block = graph.Blocks[number];
            now.Set(states[number]!);
            budget -= 1 + (events.Blocks[number].Length * (1 + handlers[number].Length));
            if (budget < 0)
            {
                return null;
            }

            Flow(handlers[number]);
            foreach (TaskEvent step in events.Blocks[number])
            {
                Apply(now, step);
                Flow(handlers[number]);
            }

            Flow(Successors(block));
        }

        return states;

        void Flow(IEnumerable<int> targets)
        {
            foreach (int target in targets)
            {
                bool isNew = states[target] is null;
                TaskState state = states[target] ??= NewState();
                if (state.Join(now) || isNew)
                {
                    open.Add(target);
                }
            }
        }
    }

    private TaskState NewState() => new(events.Variables, events.Starts.Count);

    private static void Apply(TaskState state, TaskEvent step)
    {
        switch (step.Use)
        {
            case TaskUse.Start:
                state.Start(step.Variable, step.Other);
                break;
            case TaskUse.Copy:
                state.Copy(step.Variable, step.Other);
                break;
            case TaskUse.Consume:
                state.Consume(step.Variable);
                break;
            default:
                break;
        }
    }

    /// <summary>Where each <c>finally</c> goes on to.</summary>
    private void FindFinally()
    {
        foreach (ControlFlowBranch branch in graph.Blocks.SelectMany(Branches).Where(static branch => branch.Destination is not null))
        {
            foreach (ControlFlowRegion region in branch.FinallyRegions)
            {
                if (!afterFinally.TryGetValue(region, out List<int>? targets))
                {
                    afterFinally.Add(region, targets = []);
                }

                targets.Add(branch.Destination!.Ordinal);
            }
        }
    }

    private IEnumerable<int> Successors(BasicBlock block)
    {
        foreach (ControlFlowBranch branch in Branches(block))
        {
            if (branch.Destination is { } destination)
            {
                yield return destination.Ordinal;
                foreach (ControlFlowRegion region in branch.FinallyRegions)
                {
                    yield return region.FirstBlockOrdinal;
                }
            }
            else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            {
                for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
                {
                    if (region.Kind == ControlFlowRegionKind.Finally && afterFinally.TryGetValue(region, out List<int>? targets))
                    {
                        foreach (int target in targets)
                        {
                            yield return target;
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<ControlFlowBranch> Branches(BasicBlock block)
    {
        if (block.FallThroughSuccessor is { } next)
        {
            yield return next;
        }

        if (block.ConditionalSuccessor is { } other)
        {
            yield return other;
        }
    }

    /// <summary>The first blocks of what catches or cleans up around the block.</summary>
    private static int[] HandlersOf(BasicBlock block)
    {
        List<int> found = [];
        // The root of a lambda's graph stands in a region of the graph around it.
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { } whole)
            {
                found.AddRange(
                    whole
                        .NestedRegions.Where(static nested => nested.Kind is not (ControlFlowRegionKind.Try or ControlFlowRegionKind.LocalLifetime))
                        .Select(static nested => nested.FirstBlockOrdinal)
                );
            }
        }

        return [.. found];
    }

    private ImmutableArray<TaskFinding> Report(TaskState?[] states)
    {
        TaskReport report = new(code, events, locals);
        TaskState now = NewState();
        for (int number = 0; number < states.Length; number++)
        {
            if (states[number] is not { } state)
            {
                continue;
            }

            now.Set(state);
            foreach (TaskEvent step in events.Blocks[number])
            {
                report.Look(now, step);
                Apply(now, step);
            }
        }

        return report.Findings();
    }
}
