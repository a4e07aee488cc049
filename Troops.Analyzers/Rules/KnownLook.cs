using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn.Boundaries;

namespace Troops.Analyzers.Rules;

/// <summary>Looks at the use of a member that attributes or lists say something of.</summary>
/// <param name="action">At the operation.</param>
/// <param name="member">As it is used.</param>
/// <param name="facts">What is said of its definition.</param>
internal delegate void KnownLook(OperationAnalysisContext action, ISymbol member, ApiFacts facts);
