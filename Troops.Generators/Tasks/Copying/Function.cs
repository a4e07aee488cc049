using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Copying;

/// <summary>The function whose code a walker is in.</summary>
/// <param name="Node">Its declaration.</param>
/// <param name="MayAwait">Whether it is a task's body, at a place where an <c>await</c> is legal.</param>
/// <param name="IsFinally">Whether the place is in a <c>finally</c> block of it.</param>
internal readonly record struct Function(SyntaxNode Node, bool MayAwait, bool IsFinally = false);
