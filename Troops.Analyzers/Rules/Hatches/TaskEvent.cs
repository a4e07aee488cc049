using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>One step of a block.</summary>
/// <param name="Use">What happens.</param>
/// <param name="Variable">The number of the variable that it happens to.</param>
/// <param name="Other">The number of the task that starts, or of the variable that is copied.</param>
/// <param name="Syntax">Where.</param>
internal readonly record struct TaskEvent(TaskUse Use, int Variable, int Other, SyntaxNode Syntax);
