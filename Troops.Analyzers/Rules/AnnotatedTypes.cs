using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules;

/// <summary>
/// With <c>TroopsScope=Annotated</c>: the types that hold task code or start it, and all that these use in source, from type to type; of a program of top-level statements, what the
/// statements with task code use.
/// </summary>
/// <remarks>Found when it is first asked for, by binding every name of the compilation once. Any number of threads may ask; who is cancelled leaves it to the next.</remarks>
internal sealed class AnnotatedTypes(KnownSymbols symbols, TaskCode tasks)
{
    private readonly object finding = new();
    private volatile HashSet<ISymbol>? found;

    internal bool Contains(ISymbol symbol, CancellationToken cancellation)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return type is null || All(cancellation).Contains(type.OriginalDefinition);
    }

    private HashSet<ISymbol> All(CancellationToken cancellation)
    {
        if (found is { } known)
        {
            return known;
        }

        lock (finding)
        {
            return found ??= Find(cancellation);
        }
    }

    private HashSet<ISymbol> Find(CancellationToken cancellation)
    {
        HashSet<ISymbol> all = new(SymbolEqualityComparer.Default);
        Dictionary<ISymbol, HashSet<ISymbol>> used = new(SymbolEqualityComparer.Default);
        TopLevelUses topLevel = new();
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees)
        {
            SemanticModel model = symbols.Compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot(cancellation).DescendantNodes(static node => node is not AttributeListSyntax))
            {
                cancellation.ThrowIfCancellationRequested();
                if (SymbolAt(model, node, cancellation) is not { } symbol || UserAt(model, node, cancellation) is not { } user)
                {
                    continue;
                }

                bool isTaskCode = IsTaskCode(symbol, node);
                if (isTaskCode)
                {
                    all.Add(user);
                }

                INamedTypeSymbol? type = (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.OriginalDefinition;
                INamedTypeSymbol? own = type is not null && IsOwn(type) ? type : null;
                if (node.FirstAncestorOrSelf<GlobalStatementSyntax>() is { } statement)
                {
                    topLevel.Add(statement, symbol, own, isTaskCode, cancellation);
                }
                else if (own is not null)
                {
                    Uses(user).Add(own);
                }
            }
        }

        Stack<ISymbol> open = new(all);
        foreach (ISymbol type in topLevel.OfTaskCode())
        {
            Reach(type);
        }

        while (open.Count > 0)
        {
            foreach (ISymbol next in used.TryGetValue(open.Pop(), out HashSet<ISymbol>? uses) ? uses : [])
            {
                Reach(next);
            }
        }

        return all;

        HashSet<ISymbol> Uses(ISymbol user)
        {
            if (!used.TryGetValue(user, out HashSet<ISymbol>? uses))
            {
                used.Add(user, uses = new(SymbolEqualityComparer.Default));
            }

            return uses;
        }

        void Reach(ISymbol type)
        {
            if (all.Add(type))
            {
                open.Push(type);
            }
        }
    }

    private bool IsOwn(ISymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, symbols.Compilation.Assembly);

    /// <summary>A function that is declared there, or what a name or a creation refers to.</summary>
    private static ISymbol? SymbolAt(SemanticModel model, SyntaxNode node, CancellationToken cancellation) =>
        node switch
        {
            BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax => model.GetDeclaredSymbol(node, cancellation),
            AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or SimpleNameSyntax => model
                .GetSymbolInfo(node, cancellation)
                .Symbol,
            _ => null,
        };

    private static INamedTypeSymbol? UserAt(SemanticModel model, SyntaxNode node, CancellationToken cancellation)
    {
        // An enclosing symbol is that around a declaration, which for a member is its type.
        ISymbol? around = model.GetEnclosingSymbol(node.SpanStart, cancellation);
        TypeDeclarationSyntax? declaration = around is INamespaceSymbol ? node.FirstAncestorOrSelf<TypeDeclarationSyntax>() : null;
        INamedTypeSymbol? type = declaration is not null
            ? model.GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol
            : around as INamedTypeSymbol ?? around?.ContainingType;
        return type?.OriginalDefinition;
    }

    private bool IsTaskCode(ISymbol symbol, SyntaxNode node) =>
        symbol is IMethodSymbol method
        && (
            node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
                ? tasks.IsTask(method.ReturnType) || KnownSymbols.Has(method, symbols.TroopTask)
                : symbols.CanMark(method.ContainingAssembly) && method.OriginalDefinition.Parameters.Any(IsEntry)
        );

    private bool IsEntry(IParameterSymbol parameter) => KnownSymbols.Has(parameter, symbols.ThreadEntry) || KnownSymbols.Has(parameter, symbols.TroopEntry);
}
