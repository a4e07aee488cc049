using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Boundaries;

namespace Troops.Analyzers.Rules;

/// <summary>What the rules of one compilation look at, gathered so that the compiler calls once for each operation and symbol, and not once more for every rule that wants it.</summary>
/// <remarks>A call of a rule by the compiler costs more than most rules do with what they are given; and what the lists say of a member is asked once for all of them.</remarks>
internal sealed class Looks
{
    private static readonly OperationKind[] UseKinds =
    [
        OperationKind.Invocation,
        OperationKind.ObjectCreation,
        OperationKind.PropertyReference,
        OperationKind.EventReference,
        OperationKind.MethodReference,
    ];

    /// <summary>What has arguments.</summary>
    private static readonly OperationKind[] ReferenceKinds =
    [
        OperationKind.Invocation,
        OperationKind.ObjectCreation,
        OperationKind.PropertyReference,
        OperationKind.FunctionPointerInvocation,
    ];

    private readonly Dictionary<OperationKind, List<Action<OperationAnalysisContext>>> operations = [];
    private readonly Dictionary<SymbolKind, List<Action<SymbolAnalysisContext>>> symbols = [];
    private readonly List<Action<OperationAnalysisContext, ISymbol, ApiFacts>> uses = [];
    private readonly List<Action<OperationAnalysisContext, IArgumentOperation>> references = [];
    private readonly List<Action<SymbolAnalysisContext, ImmutableArray<IParameterSymbol>>> parameters = [];

    internal void OnOperation(Action<OperationAnalysisContext> look, params ReadOnlySpan<OperationKind> kinds)
    {
        foreach (OperationKind kind in kinds)
        {
            Of(operations, kind).Add(look);
        }
    }

    internal void OnSymbol(Action<SymbolAnalysisContext> look, params ReadOnlySpan<SymbolKind> kinds)
    {
        foreach (SymbolKind kind in kinds)
        {
            Of(symbols, kind).Add(look);
        }
    }

    /// <summary>Each use of a method, constructor, property or event that attributes or lists say something of.</summary>
    internal void OnKnownUse(Action<OperationAnalysisContext, ISymbol, ApiFacts> look) => uses.Add(look);

    /// <summary>Each argument that goes by reference, in whatever way. Of all arguments few do, so they are found from what takes them.</summary>
    internal void OnReferenceArgument(Action<OperationAnalysisContext, IArgumentOperation> look) => references.Add(look);

    /// <summary>The parameters of each method, indexer and delegate that has any, those that nobody wrote included.</summary>
    internal void OnParameters(Action<SymbolAnalysisContext, ImmutableArray<IParameterSymbol>> look) => parameters.Add(look);

    /// <summary>When all rules have said what they want.</summary>
    internal void Register(CompilationStartAnalysisContext start, BoundaryMap boundaries)
    {
        if (uses.Count > 0)
        {
            Action<OperationAnalysisContext, ISymbol, ApiFacts>[] all = [.. uses];
            OnOperation(action => LookAtUse(action, boundaries, all), UseKinds);
        }

        if (references.Count > 0)
        {
            Action<OperationAnalysisContext, IArgumentOperation>[] all = [.. references];
            OnOperation(action => LookAtArguments(action, all), ReferenceKinds);
        }

        if (parameters.Count > 0)
        {
            Action<SymbolAnalysisContext, ImmutableArray<IParameterSymbol>>[] all = [.. parameters];
            OnSymbol(action => LookAtParameters(action, all), SymbolKind.Method, SymbolKind.Property, SymbolKind.NamedType);
        }

        foreach (var (kind, looks) in operations.Select(static entry => (entry.Key, entry.Value.ToArray())))
        {
            start.RegisterOperationAction(
                action =>
                {
                    // It stands for the user's code, which is looked at.
                    if (CodeScope.IsGenerated(action.ContainingSymbol))
                    {
                        return;
                    }

                    foreach (Action<OperationAnalysisContext> look in looks)
                    {
                        look(action);
                    }
                },
                kind
            );
        }

        foreach (var (kind, looks) in symbols.Select(static entry => (entry.Key, entry.Value.ToArray())))
        {
            start.RegisterSymbolAction(
                action =>
                {
                    if (CodeScope.IsGenerated(action.Symbol))
                    {
                        return;
                    }

                    foreach (Action<SymbolAnalysisContext> look in looks)
                    {
                        look(action);
                    }
                },
                kind
            );
        }
    }

    /// <summary>The method, constructor, property, event or field that the operation names.</summary>
    internal static ISymbol? MemberOf(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMemberReferenceOperation reference => reference.Member,
            _ => null,
        };

    private static void LookAtUse(OperationAnalysisContext action, BoundaryMap boundaries, Action<OperationAnalysisContext, ISymbol, ApiFacts>[] looks)
    {
        if (MemberOf(action.Operation) is not { } member)
        {
            return;
        }

        ApiFacts facts = boundaries.Of(member);
        if (ReferenceEquals(facts, ApiFacts.Nothing))
        {
            return;
        }

        foreach (Action<OperationAnalysisContext, ISymbol, ApiFacts> look in looks)
        {
            look(action, member, facts);
        }
    }

    private static void LookAtArguments(OperationAnalysisContext action, Action<OperationAnalysisContext, IArgumentOperation>[] looks)
    {
        ImmutableArray<IArgumentOperation> arguments = action.Operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation reference => reference.Arguments,
            IFunctionPointerInvocationOperation call => call.Arguments,
            _ => [],
        };
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { RefKind: not RefKind.None })
            {
                foreach (Action<OperationAnalysisContext, IArgumentOperation> look in looks)
                {
                    look(action, argument);
                }
            }
        }
    }

    private static void LookAtParameters(SymbolAnalysisContext action, Action<SymbolAnalysisContext, ImmutableArray<IParameterSymbol>>[] looks)
    {
        ImmutableArray<IParameterSymbol> all = action.Symbol switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol { IsIndexer: true } indexer => indexer.Parameters,
            INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
            _ => [],
        };
        if (!all.IsEmpty)
        {
            foreach (Action<SymbolAnalysisContext, ImmutableArray<IParameterSymbol>> look in looks)
            {
                look(action, all);
            }
        }
    }

    private static List<TLook> Of<TKind, TLook>(Dictionary<TKind, List<TLook>> looks, TKind kind)
        where TKind : notnull
    {
        if (!looks.TryGetValue(kind, out List<TLook>? found))
        {
            looks[kind] = found = [];
        }

        return found;
    }
}
