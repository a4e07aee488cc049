using Microsoft.CodeAnalysis;

namespace Troops.CodeFixes;

/// <summary>What could be done about a diagnostic.</summary>
/// <param name="Title">As a user reads it.</param>
/// <param name="Key">The same for the same kind of repair: what fix-all goes by.</param>
/// <param name="Touched">The symbols whose declaration changes, so that whatever refers to them has to compile as before.</param>
/// <param name="ChangeAsync">Null if it turns out that it cannot be done.</param>
internal sealed record Repair(string Title, string Key, IReadOnlyList<ISymbol> Touched, Func<CancellationToken, Task<Solution?>> ChangeAsync);
