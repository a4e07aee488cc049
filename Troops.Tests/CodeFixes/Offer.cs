using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Troops.Tests.CodeFixes;

/// <summary>A fix that is offered at a diagnostic.</summary>
internal sealed record Offer(CodeFixProvider Provider, CodeAction Action);
