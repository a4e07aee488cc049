using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>A task that gets a copy. Lives while one compilation is parsed.</summary>
internal sealed record TaskCandidate(IMethodSymbol Method, MethodDeclarationSyntax Syntax, SemanticModel Model, string CopyName, bool IsInternal);
