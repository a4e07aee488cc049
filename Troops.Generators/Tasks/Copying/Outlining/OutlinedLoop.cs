using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Copying.Outlining;

/// <summary>A loop that becomes a function, and the lines around it.</summary>
/// <remarks>
/// The function spends at the back-edge, and ends there when there is something to see to: after the steps of a <c>for</c> and before its condition, of a <c>do</c> between its condition and its body.
/// The task, which keeps the variables meanwhile, sees to that and calls again. So each condition, step and statement is evaluated as often as it was, and each call gets on by a round at least.
/// </remarks>
/// <param name="Number">Of the copy's loops.</param>
/// <param name="Line">The user's.</param>
/// <param name="UsesThis">Whether it is a function of the object's: one that captures nothing else becomes a method of the type, without a closure.</param>
/// <param name="IsEndless">Whether nothing but an exception ends it.</param>
/// <param name="Items">What a <c>foreach</c> goes over; null for other loops.</param>
/// <param name="Variables">In the order of their declarations.</param>
internal sealed record OutlinedLoop(int Number, int Line, bool UsesThis, bool IsEndless, LoopItems? Items, IReadOnlyList<LoopVariable> Variables)
{
    /// <summary>What the function returns: true unless the check has failed. Nobody looks at it where the loop is endless.</summary>
    internal const string IsOver = $"{CopyNames.Prefix}isOver";

    /// <summary>At the back-edge. True: another round; false: the function ends here, and the loop does not.</summary>
    internal const string Check = $"{IsOver} = !global::Troops.TroopFuel.Spend()";

    private string Name => $"{CopyNames.Prefix}loop{Number}";

    /// <summary>The task's part.</summary>
    internal IEnumerable<string> Call
    {
        get
        {
            string call = $"{Name}({string.Join(", ", Passed.Select(static variable => variable.Argument))})";
            string refill = $"await global::Troops.TroopFuel.Refill({Line});";
            yield return IsEndless ? $"while (true) {{ {call}; {refill} }}" : $"while (!{call}) {refill}";
        }
    }

    /// <summary>The function, up to where the loop's text begins.</summary>
    internal IEnumerable<string> Head
    {
        get
        {
            yield return $"{(UsesThis ? "" : "static ")}bool {Name}({string.Join(", ", Passed.Select(static variable => variable.Parameter))})";
            yield return "{";
            foreach (LoopVariable variable in Variables)
            {
                if (variable.Passing is LoopPassing.Register or LoopPassing.Local)
                {
                    yield return $"    {variable.Type} {variable.Name}{(variable.Passing == LoopPassing.Register ? $" = {variable.Kept}" : "")};";
                }
            }

            yield return $"    bool {IsOver} = true;";
        }
    }

    /// <summary>After the loop's text.</summary>
    internal IEnumerable<string> Foot
    {
        get
        {
            foreach (LoopVariable variable in Variables.Where(static variable => variable.Passing == LoopPassing.Register))
            {
                yield return $"    {variable.Kept} = {variable.Name};";
            }

            yield return $"    return {IsOver};";
            yield return "}";
        }
    }

    private IEnumerable<LoopVariable> Passed => Variables.Where(static variable => variable.Passing != LoopPassing.Local);
}
