using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Benchmarks.Bodies.Twins;

/// <summary>An async method of somebody's, and the task that was put beside it with the same body.</summary>
/// <param name="Place">Of the method: file and line, as its author has them.</param>
/// <param name="Original">The method.</param>
/// <param name="Task">Its twin.</param>
/// <param name="Symbol">Of the twin.</param>
internal sealed record Twin(string Place, MethodDeclarationSyntax Original, MethodDeclarationSyntax Task, IMethodSymbol Symbol);
