using System.Collections.Concurrent;
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
    /// <summary>What names a member that lists know.</summary>
    private static readonly OperationKind[] KnownKinds =
    [
        OperationKind.Invocation,
        OperationKind.ObjectCreation,
        OperationKind.PropertyReference,
        OperationKind.EventReference,
        OperationKind.MethodReference,
    ];

    private readonly Dictionary<OperationKind, List<Action<OperationAnalysisContext>>> operations = [];
    private readonly Dictionary<OperationKind, MemberUses> uses = [];
    private readonly List<(Func<ApiFacts, bool> Concerns, Action<OperationAnalysisContext, ISymbol, ApiFacts> Look)> knownUses = [];
    private readonly Dictionary<SymbolKind, List<Action<SymbolAnalysisContext>>> symbols = [];
    private readonly List<Action<SymbolAnalysisContext, IMethodSymbol>> tasks = [];
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

    /// <summary>Each use of a member that concerns the rule. Of most uses in a program none does, so that is asked once for each member.</summary>
    /// <param name="concerns">Asked with the definition of a method, constructor, property, event or field: what it answers has to hold for all constructions of it.</param>
    /// <param name="look">At the operation.</param>
    /// <param name="kinds">Those with a member: calls, creations and references.</param>
    internal void OnUse(Func<ISymbol, bool> concerns, Action<OperationAnalysisContext> look, params ReadOnlySpan<OperationKind> kinds)
    {
        foreach (OperationKind kind in kinds)
        {
            if (!uses.TryGetValue(kind, out MemberUses? found))
            {
                uses[kind] = found = new();
            }

            found.Add(concerns, look);
        }
    }

    /// <summary>Each use of a method, constructor, property or event that attributes or lists say something of that concerns the rule.</summary>
    internal void OnKnownUse(Func<ApiFacts, bool> concerns, Action<OperationAnalysisContext, ISymbol, ApiFacts> look) => knownUses.Add((concerns, look));

    /// <summary>Each method that returns a task, its body or not.</summary>
    internal void OnTask(Action<SymbolAnalysisContext, IMethodSymbol> look) => tasks.Add(look);

    /// <summary>Each argument that goes by reference, in whatever way. Of all arguments few do, so they are found from what takes them.</summary>
    internal void OnReferenceArgument(Action<OperationAnalysisContext, IArgumentOperation> look) => references.Add(look);

    /// <summary>The parameters of each method, indexer, delegate and extension block that has any, those that nobody wrote included.</summary>
    internal void OnParameters(Action<SymbolAnalysisContext, ImmutableArray<IParameterSymbol>> look) => parameters.Add(look);

    /// <summary>When all rules have said what they want.</summary>
    internal void Register(RuleContext context)
    {
        foreach (var (concerns, look) in knownUses)
        {
            OnUse(
                member => concerns(context.Boundaries.Of(member)),
                action =>
                {
                    ISymbol member = MemberOf(action.Operation)!;
                    look(action, member, context.Boundaries.Of(member));
                },
                KnownKinds
            );
        }

        if (references.Count > 0)
        {
            Action<OperationAnalysisContext, IArgumentOperation>[] all = [.. references];
            Action<OperationAnalysisContext> look = action => LookAtArguments(action, all);
            OnUse(TakesReferences, look, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference);
            OnOperation(look, OperationKind.FunctionPointerInvocation);
        }

        if (tasks.Count > 0)
        {
            Action<SymbolAnalysisContext, IMethodSymbol>[] all = [.. tasks];
            OnSymbol(action => LookAtMethod(action, context.TaskCode, all), SymbolKind.Method);
        }

        if (parameters.Count > 0)
        {
            Action<SymbolAnalysisContext, ImmutableArray<IParameterSymbol>>[] all = [.. parameters];
            OnSymbol(action => LookAtParameters(action, all), SymbolKind.Method, SymbolKind.Property, SymbolKind.NamedType);
        }

        foreach (OperationKind kind in operations.Keys.Union(uses.Keys))
        {
            Action<OperationAnalysisContext>[] always = operations.TryGetValue(kind, out List<Action<OperationAnalysisContext>>? found) ? [.. found] : [];
            uses.TryGetValue(kind, out MemberUses? members);
            context.Start.RegisterOperationAction(action => Look(action, always, members?.Of(action.Operation) ?? []), kind);
        }

        foreach (var (kind, looks) in symbols.Select(static entry => (entry.Key, entry.Value.ToArray())))
        {
            context.Start.RegisterSymbolAction(
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

    private static void Look(OperationAnalysisContext action, Action<OperationAnalysisContext>[] always, Action<OperationAnalysisContext>[] concerned)
    {
        // What our generator wrote stands for the user's code, which is looked at.
        if ((always.Length == 0 && concerned.Length == 0) || CodeScope.IsGenerated(action.ContainingSymbol))
        {
            return;
        }

        foreach (Action<OperationAnalysisContext> look in always)
        {
            look(action);
        }

        foreach (Action<OperationAnalysisContext> look in concerned)
        {
            look(action);
        }
    }

    private static bool TakesReferences(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None),
            IPropertySymbol property => property.Parameters.Any(static parameter => parameter.RefKind != RefKind.None),
            _ => false,
        };

    private static void LookAtMethod(SymbolAnalysisContext action, TaskCode code, Action<SymbolAnalysisContext, IMethodSymbol>[] looks)
    {
        IMethodSymbol method = (IMethodSymbol)action.Symbol;
        if (!code.IsTask(method.ReturnType))
        {
            return;
        }

        foreach (Action<SymbolAnalysisContext, IMethodSymbol> look in looks)
        {
            look(action, method);
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
            INamedTypeSymbol { ExtensionParameter: { } receiver } => [receiver],
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

    /// <summary>The looks at one kind of operation that names a member.</summary>
    private sealed class MemberUses
    {
        private readonly List<(Func<ISymbol, bool> Concerns, Action<OperationAnalysisContext> Look)> all = [];
        private readonly ConcurrentDictionary<ISymbol, Action<OperationAnalysisContext>[]> concerned = new(SymbolEqualityComparer.Default);

        // Held, for making a delegate at each question costs more than the answer.
        private readonly Func<ISymbol, Action<OperationAnalysisContext>[]> find;

        internal MemberUses() => find = member => [.. all.Where(one => one.Concerns(member)).Select(static one => one.Look)];

        internal void Add(Func<ISymbol, bool> concerns, Action<OperationAnalysisContext> look) => all.Add((concerns, look));

        internal Action<OperationAnalysisContext>[] Of(IOperation operation)
        {
            if (MemberOf(operation) is not { } member)
            {
                return [];
            }

            ISymbol definition = member.OriginalDefinition;
            return concerned.TryGetValue(definition, out Action<OperationAnalysisContext>[]? known) ? known : concerned.GetOrAdd(definition, find);
        }
    }
}
