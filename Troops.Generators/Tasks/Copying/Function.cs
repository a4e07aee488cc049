using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Copying;

/// <summary>The function whose code a walker is in.</summary>
/// <param name="Node">Its declaration.</param>
/// <param name="MayAwait">Whether it is a task's body, at a place where an <c>await</c> is legal.</param>
internal readonly record struct Function(SyntaxNode Node, bool MayAwait);
