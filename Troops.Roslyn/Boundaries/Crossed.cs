using Microsoft.CodeAnalysis;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Boundaries;

/// <summary>Something that would get to another thread and must not.</summary>
/// <param name="As">How.</param>
/// <param name="Symbol">The variable; null for <c>this</c>, for a target and for a value that no variable holds.</param>
/// <param name="Type">That the variable or value is declared with.</param>
/// <param name="At">Where it is used first by what crosses.</param>
/// <param name="Verdict">Why it must not.</param>
/// <param name="Write">Of a shared variable: the assignment.</param>
internal sealed record Crossed(CrossedAs As, ISymbol? Symbol, ITypeSymbol? Type, SyntaxNode At, Verdict Verdict, SyntaxNode? Write = null);
