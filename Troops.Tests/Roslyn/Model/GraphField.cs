namespace Troops.Tests.Roslyn.Model;

/// <summary>The type of a field in a random program: one of the words below, around what <paramref name="Inner"/> says.</summary>
/// <param name="Shape"><c>int</c>, <c>List</c>, <c>Random</c>, <c>T</c>, <c>Token</c>, <c>Class</c>, <c>Array</c>, <c>ImmutableArray</c>, <c>Tuple</c>.</param>
/// <param name="Index">For <c>Class</c>: which; taken modulo the number of classes.</param>
/// <param name="Inner">The element, or the type argument of a generic class; null for those that have none.</param>
internal sealed record GraphField(string Shape, int Index, GraphField? Inner);
