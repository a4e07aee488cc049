using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Analyzers.Rules.Hatches;
using Troops.Roslyn;
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
    private readonly List<(Func<ApiFacts, bool> Concerns, KnownLook Look)> knownUses = [];
    private readonly List<Action<SymbolAnalysisContext>> types = [];
    private readonly List<Action<SymbolAnalysisContext, ImmutableArray<ISymbol>>> members = [];
    private readonly List<Action<SymbolAnalysisContext, IMethodSymbol>> asyncMethods = [];
    private readonly List<Action<OperationSite, IAnonymousFunctionOperation>> asyncLambdas = [];
    private readonly List<Action<OperationAnalysisContext, IArgumentOperation>> references = [];
    private readonly List<(string Word, Action<SemanticModelAnalysisContext, SyntaxToken> Look)> words = [];
    private readonly List<(Func<string, bool> Concerns, Action<SemanticModelAnalysisContext, GenericNameSyntax> Look)> genericNames = [];

    internal void OnOperation(Action<OperationAnalysisContext> look, params ReadOnlySpan<OperationKind> kinds)
    {
        foreach (OperationKind kind in kinds)
        {
            Of(operations, kind).Add(look);
        }
    }

    /// <summary>Each type.</summary>
    internal void OnType(Action<SymbolAnalysisContext> look) => types.Add(look);

    /// <summary>Each type with its members: whoever asks a type for them is given an array of his own.</summary>
    internal void OnMembers(Action<SymbolAnalysisContext, ImmutableArray<ISymbol>> look) => members.Add(look);

    /// <summary>Each use of a member that concerns the rule. Of most uses in a program none does, so that is asked once for each member.</summary>
    /// <param name="concerns">Asked with the definition of a method, constructor, property, event or field: what it answers has to hold for all constructions of it.</param>
    /// <param name="look">At the operation.</param>
    /// <param name="kinds">Those with a member: calls, creations and references.</param>
    internal void OnUse(Func<ISymbol, bool> concerns, Action<OperationAnalysisContext> look, params ReadOnlySpan<OperationKind> kinds)
    {
        foreach (OperationKind kind in kinds)
        {
            UsesOf(kind).Add(concerns, look);
        }
    }

    /// <summary>Each use of a method, constructor, property or event that attributes or lists say something of that concerns the rule.</summary>
    internal void OnKnownUse(Func<ApiFacts, bool> concerns, KnownLook look) => knownUses.Add((concerns, look));

    /// <summary>Each method that is async, or whose other part is.</summary>
    internal void OnAsyncMethod(Action<SymbolAnalysisContext, IMethodSymbol> look) => asyncMethods.Add(look);

    /// <summary>Each async lambda and anonymous method. Of all lambdas few are.</summary>
    internal void OnAsyncLambda(Action<OperationSite, IAnonymousFunctionOperation> look) => asyncLambdas.Add(look);

    /// <summary>Each argument that goes by reference, in whatever way. Of all arguments few do, so they are found from what takes them.</summary>
    internal void OnReferenceArgument(Action<OperationAnalysisContext, IArgumentOperation> look) => references.Add(look);

    /// <summary>Each place in which an identifier is written: where the language allows something by a rare word alone.</summary>
    internal void OnWord(string word, Action<SemanticModelAnalysisContext, SyntaxToken> look) => words.Add((word, look));

    /// <summary>Each generic name, of whatever it is, with an identifier that concerns the rule.</summary>
    internal void OnGenericName(Func<string, bool> concerns, Action<SemanticModelAnalysisContext, GenericNameSyntax> look) =>
        genericNames.Add((concerns, look));

    /// <summary>When all rules have said what they want.</summary>
    internal void Register(RuleContext context)
    {
        if (knownUses.Count > 0)
        {
            foreach (OperationKind kind in KnownKinds)
            {
                UsesOf(kind).AddKnown(context.Boundaries, [.. knownUses]);
            }
        }

        if (references.Count > 0)
        {
            Action<OperationAnalysisContext, IArgumentOperation>[] all = [.. references];
            Action<OperationAnalysisContext> look = action => LookAtArguments(action, all);
            OnUse(TakesReferences, look, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference);
            OnOperation(look, OperationKind.FunctionPointerInvocation);
        }

        if (asyncMethods.Count > 0)
        {
            Action<SymbolAnalysisContext, IMethodSymbol>[] all = [.. asyncMethods];
            context.Start.RegisterSymbolAction(action => LookAtMethod(action, all), SymbolKind.Method);
        }

        if (types.Count + members.Count > 0)
        {
            Action<SymbolAnalysisContext>[] all = [.. types];
            Action<SymbolAnalysisContext, ImmutableArray<ISymbol>>[] withMembers = [.. members];
            context.Start.RegisterSymbolAction(action => LookAtType(action, all, withMembers), SymbolKind.NamedType);
        }

        if (words.Count + genericNames.Count + asyncLambdas.Count > 0)
        {
            context.Start.RegisterSemanticModelAction(LookAtText);
        }

        foreach (OperationKind kind in operations.Keys.Union(uses.Keys))
        {
            Action<OperationAnalysisContext>[] always = operations.TryGetValue(kind, out List<Action<OperationAnalysisContext>>? found) ? [.. found] : [];
            uses.TryGetValue(kind, out MemberUses? members);
            context.Start.RegisterOperationAction(action => Look(action, always, members?.Of(action.Operation) ?? []), kind);
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

    private static void LookAtMethod(SymbolAnalysisContext action, Action<SymbolAnalysisContext, IMethodSymbol>[] looks)
    {
        IMethodSymbol method = (IMethodSymbol)action.Symbol;
        if (!(method.IsAsync || method.PartialImplementationPart is { IsAsync: true }) || CodeScope.IsGenerated(method))
        {
            return;
        }

        foreach (Action<SymbolAnalysisContext, IMethodSymbol> look in looks)
        {
            look(action, method);
        }
    }

    private static void LookAtType(
        SymbolAnalysisContext action,
        Action<SymbolAnalysisContext>[] looks,
        Action<SymbolAnalysisContext, ImmutableArray<ISymbol>>[] withMembers
    )
    {
        foreach (Action<SymbolAnalysisContext> look in looks)
        {
            look(action);
        }

        ImmutableArray<ISymbol> all = ((INamedTypeSymbol)action.Symbol).GetMembers();
        foreach (Action<SymbolAnalysisContext, ImmutableArray<ISymbol>> look in withMembers)
        {
            look(action, all);
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

    private void LookAtText(SemanticModelAnalysisContext action)
    {
        FileText text = new(action.SemanticModel.SyntaxTree, action.CancellationToken);
        foreach (var (word, look) in words)
        {
            foreach (SyntaxToken found in text.Identifiers(word))
            {
                look(action, found);
            }
        }

        foreach (var (concerns, look) in genericNames)
        {
            foreach (GenericNameSyntax found in text.GenericNames(concerns))
            {
                look(action, found);
            }
        }

        if (asyncLambdas.Count > 0)
        {
            foreach (AnonymousFunctionExpressionSyntax found in text.AsyncLambdas().Where(static lambda => !AttributeCode.Contains(lambda)))
            {
                LookAtLambda(action, found);
            }
        }
    }

    private void LookAtLambda(SemanticModelAnalysisContext action, AnonymousFunctionExpressionSyntax syntax)
    {
        if (action.SemanticModel.GetOperation(syntax, action.CancellationToken) is not IAnonymousFunctionOperation lambda)
        {
            return;
        }

        ISymbol member = MemberAround(lambda.Symbol);
        if (CodeScope.IsGenerated(member))
        {
            return;
        }

        OperationSite site = new(lambda, member, action.ReportDiagnostic, () => FlowGraphs.Around(lambda, action.CancellationToken), action.CancellationToken);
        foreach (Action<OperationSite, IAnonymousFunctionOperation> look in asyncLambdas)
        {
            look(site, lambda);
        }
    }

    /// <summary>The method, property or field in whose declaration the lambda stands.</summary>
    private static ISymbol MemberAround(IMethodSymbol lambda)
    {
        ISymbol scope = lambda;
        while (scope is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            scope = scope.ContainingSymbol;
        }

        return (scope as IFieldSymbol)?.AssociatedSymbol ?? scope;
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

    private MemberUses UsesOf(OperationKind kind)
    {
        if (!uses.TryGetValue(kind, out MemberUses? found))
        {
            uses[kind] = found = new();
        }

        return found;
    }

    /// <summary>The looks at one kind of operation that names a member.</summary>
    private sealed class MemberUses
    {
        private readonly List<(Func<ISymbol, bool> Concerns, Action<OperationAnalysisContext> Look)> all = [];
        private readonly DefinitionTable<ISymbol, Action<OperationAnalysisContext>[]> concerned;
        private (Func<ApiFacts, bool> Concerns, KnownLook Look)[] known = [];
        private BoundaryMap? boundaries;

        internal MemberUses() => concerned = new(Find);

        internal void Add(Func<ISymbol, bool> concerns, Action<OperationAnalysisContext> look) => all.Add((concerns, look));

        internal void AddKnown(BoundaryMap map, (Func<ApiFacts, bool> Concerns, KnownLook Look)[] looks) => (boundaries, known) = (map, looks);

        internal Action<OperationAnalysisContext>[] Of(IOperation operation) => MemberOf(operation) is { } member ? concerned.Of(member) : [];

        private Action<OperationAnalysisContext>[] Find(ISymbol member)
        {
            List<Action<OperationAnalysisContext>>? found = null;
            foreach (var (concerns, look) in all)
            {
                if (concerns(member))
                {
                    (found ??= []).Add(look);
                }
            }

            if (boundaries?.Of(member) is { } facts && facts != ApiFacts.Nothing)
            {
                foreach (var (concerns, look) in known)
                {
                    if (concerns(facts))
                    {
                        (found ??= []).Add(action => look(action, MemberOf(action.Operation)!, facts));
                    }
                }
            }

            return found is null ? [] : [.. found];
        }
    }
}
