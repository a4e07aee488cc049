using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Copying;

/// <summary>Which calls of a compilation have a copy to go to.</summary>
internal sealed class CopyTargets
{
    private readonly Dictionary<IMethodSymbol, CopyTarget> targets = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    internal bool IsEmpty => targets.Count == 0;

    internal void Add(IMethodSymbol definition, CopyTarget target)
    {
        targets[definition] = target;
        names.Add(CopyNames.SimpleName(definition));
    }

    /// <summary>Whether the text alone rules it out: nearly every call.</summary>
    internal bool MayBe(InvocationExpressionSyntax call) => NameOf(call) is { } name && names.Contains(name.Identifier.ValueText);

    /// <summary>The copy that a call may go to instead; null if there is none, or if only run time knows which body it is.</summary>
    internal (CopyTarget Target, IMethodSymbol Method)? Of(SemanticModel model, InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        if (
            !MayBe(call)
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || !targets.TryGetValue(CopyNames.Definition(method), out CopyTarget? target)
            || (!IsBaseCall(call) && IsDispatched(method))
        )
        {
            return null;
        }

        return (target, method);
    }

    /// <summary>The name of what is called, as it is written.</summary>
    internal static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            SimpleNameSyntax name => name,
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };

    /// <summary>It never goes anywhere else than where it says, and an interceptor of it would call itself.</summary>
    internal static bool IsBaseCall(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    /// <summary>Whether a subtype may have another body.</summary>
    private static bool IsDispatched(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed)) && method.ContainingType is not { IsSealed: true };
}
