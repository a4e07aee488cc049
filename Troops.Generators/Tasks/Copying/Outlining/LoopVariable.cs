using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Copying.Outlining;

/// <summary>A variable of the task's that an outlined loop uses.</summary>
/// <param name="Type">In full.</param>
/// <param name="UserName">As the user calls it; our own are those of <see cref="LoopItems"/>.</param>
/// <param name="Passing">How the function gets it.</param>
internal sealed record LoopVariable(string Type, string UserName, LoopPassing Passing)
{
    /// <summary>The task's field, where the function has a local of the same name.</summary>
    internal string Kept => UserName.StartsWith(CopyNames.Prefix, StringComparison.Ordinal) ? $"{UserName}_kept" : $"{CopyNames.Prefix}kept_{UserName}";

    /// <summary>In the function, and in the task, so that the loop's text stays what it is.</summary>
    internal string Name =>
        SyntaxFacts.GetKeywordKind(UserName) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(UserName) != SyntaxKind.None
            ? $"@{UserName}"
            : UserName;

    internal string Argument => Passing == LoopPassing.Value ? Name : $"ref {Name}";

    internal string Parameter =>
        Passing switch
        {
            LoopPassing.Value => $"{Type} {Name}",
            LoopPassing.Reference => $"ref {Type} {Name}",
            _ => $"ref {Type} {Kept}",
        };
}
