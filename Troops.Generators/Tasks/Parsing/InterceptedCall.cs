using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>A call that goes elsewhere. Lives while one compilation is parsed.</summary>
/// <param name="Method">As it is called.</param>
/// <param name="Copy">The member that is called instead.</param>
/// <param name="IsReduced">An extension method that is called as if it were its receiver's.</param>
/// <param name="Location">The attribute.</param>
internal sealed record InterceptedCall(IMethodSymbol Method, string Copy, bool IsReduced, string Location);
