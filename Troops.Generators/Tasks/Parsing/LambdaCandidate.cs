using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>An async lambda that a thread is started with and that gets a copy. Lives while one compilation is parsed.</summary>
/// <param name="Syntax">The lambda.</param>
/// <param name="Symbol">Of it.</param>
/// <param name="Enclosing">The member that it stands in.</param>
/// <param name="Model">Of its file.</param>
/// <param name="CopyName">The member that the copy is.</param>
/// <param name="UsesThis">Whether the copy is its object's.</param>
/// <param name="Starter">The method that it is given to, as it is called.</param>
/// <param name="Parameter">Which of its parameters.</param>
/// <param name="IsReduced">Whether the starter is an extension that is called as if it were its receiver's.</param>
/// <param name="Location">The attribute that intercepts the call.</param>
internal sealed record LambdaCandidate(
    LambdaExpressionSyntax Syntax,
    IMethodSymbol Symbol,
    IMethodSymbol Enclosing,
    SemanticModel Model,
    string CopyName,
    bool UsesThis,
    IMethodSymbol Starter,
    IParameterSymbol Parameter,
    bool IsReduced,
    string Location
);
