using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>What is wrong with the tasks of one function, gathered step by step when all states are known.</summary>
internal sealed class TaskReport(TaskCode code, TaskEvents events, ImmutableArray<ILocalSymbol> locals)
{
    private readonly bool[] isUsed = new bool[events.Starts.Count];

    /// <summary>The local that gets the task first.</summary>
    private readonly ILocalSymbol?[] holders = new ILocalSymbol?[events.Starts.Count];
    private readonly List<SyntaxNode>[] consumers = [.. events.Starts.Select(static _ => new List<SyntaxNode>())];
    private readonly Dictionary<SyntaxNode, (string Name, HashSet<int> Starts)> again = [];

    /// <param name="state">Before the step.</param>
    /// <param name="step">The step.</param>
    internal void Look(TaskState state, TaskEvent step)
    {
        switch (step.Use)
        {
            case TaskUse.Start:
                Hold(step.Variable, step.Other);
                break;
            case TaskUse.Copy:
                foreach (int start in HeldBy(state, step.Other))
                {
                    Hold(step.Variable, start);
                }

                break;
            default:
                Use(state, step);
                break;
        }
    }

    internal ImmutableArray<TaskFinding> Findings()
    {
        ImmutableArray<TaskFinding>.Builder findings = ImmutableArray.CreateBuilder<TaskFinding>();
        foreach (KeyValuePair<SyntaxNode, (string Name, HashSet<int> Starts)> twice in again)
        {
            ImmutableArray<Location> others =
            [
                .. twice
                    .Value.Starts.SelectMany(start => consumers[start])
                    .Where(other => other != twice.Key)
                    .Distinct()
                    .OrderBy(static other => other.SpanStart)
                    .Select(static other => other.GetLocation()),
            ];
            findings.Add(
                others.IsEmpty
                    ? new(
                        twice.Key.GetLocation(),
                        others,
                        $"Each round of the loop awaits the same task in '{twice.Value.Name}'",
                        "start it in the loop, or await it once, outside"
                    )
                    : new(
                        twice.Key.GetLocation(),
                        others,
                        $"The task in '{twice.Value.Name}' may have been awaited before it gets here",
                        "await it once and keep its result, or start another one"
                    )
            );
        }

        for (int start = 0; start < isUsed.Length; start++)
        {
            if (!isUsed[start] && holders[start] is { } holder && Unconverted.Of(events.Starts[start]) is IInvocationOperation or IAwaitOperation)
            {
                findings.Add(
                    new(
                        events.Starts[start].Syntax.GetLocation(),
                        [],
                        $"The task in '{holder.Name}' is never awaited, and its end and its fault are lost",
                        "await it, give it to TroopTask.WhenAll, or say '.Forget()'"
                    )
                );
            }
        }

        return findings.ToImmutable();
    }

    private void Hold(int variable, int start)
    {
        if (variable < locals.Length && code.IsTask(locals[variable].Type))
        {
            holders[start] ??= locals[variable];
        }
    }

    private void Use(TaskState state, TaskEvent step)
    {
        List<int> held = [.. HeldBy(state, step.Variable)];
        bool isAgain = step.Use == TaskUse.Consume && state.MayBeConsumed(step.Variable);
        foreach (int start in held)
        {
            isUsed[start] = true;
            if (step.Use == TaskUse.Consume)
            {
                consumers[start].Add(step.Syntax);
            }
        }

        if (isAgain)
        {
            string name = step.Variable < locals.Length ? locals[step.Variable].Name : held.Select(start => holders[start]?.Name).FirstOrDefault() ?? "it";
            again[step.Syntax] = (name, [.. held]);
        }
    }

    private IEnumerable<int> HeldBy(TaskState state, int variable)
    {
        for (int start = 0; start < events.Starts.Count; start++)
        {
            if (state.Holds(variable, start))
            {
                yield return start;
            }
        }
    }
}
