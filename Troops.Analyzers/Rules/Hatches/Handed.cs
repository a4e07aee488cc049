using Microsoft.CodeAnalysis;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>Something that threads must not share, on its way to an async body that counts as another thread.</summary>
/// <param name="Body">The async method, local function or lambda.</param>
/// <param name="Via">What leads to it, where the code names another member or a delegate; null if it names the body itself.</param>
/// <param name="Shared">As a message names it: <c>'list'</c>, <c>the object that it is called on</c>.</param>
/// <param name="Verdict">Why it must not be shared.</param>
/// <param name="At">Where it is handed over.</param>
/// <param name="Audited">The member on the way that somebody vouches for, if any.</param>
/// <param name="Source">The value, or the variable that a function captures; null for <c>this</c> of one.</param>
internal readonly record struct Handed(IMethodSymbol Body, ISymbol? Via, string Shared, Verdict Verdict, SyntaxNode At, object? Source, ISymbol? Audited = null)
{
    internal const string Receiver = "the object that it is called on";
}
