using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Analyzers.Rules;

/// <summary>Which types the statements of a program name, statement by statement: in one type with all of them, task code would use whatever the program is made of.</summary>
internal sealed class TopLevelUses
{
    private readonly Dictionary<SyntaxNode, HashSet<ISymbol>> types = [];
    private readonly Dictionary<SyntaxNode, HashSet<SyntaxNode>> declarations = [];
    private readonly HashSet<SyntaxNode> withTasks = [];

    /// <param name="statement">In which the name stands.</param>
    /// <param name="symbol">That it refers to: perhaps a variable or a local function that another statement declares.</param>
    /// <param name="type">Of the compilation; null if the name is of none.</param>
    /// <param name="isTaskCode">Whether it stands for a task's body, or for the start of one.</param>
    internal void Add(GlobalStatementSyntax statement, ISymbol symbol, INamedTypeSymbol? type, bool isTaskCode, CancellationToken cancellation)
    {
        if (isTaskCode)
        {
            withTasks.Add(statement);
        }

        if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } or ILocalSymbol && symbol.DeclaringSyntaxReferences is [var declared, ..])
        {
            if (declared.GetSyntax(cancellation).FirstAncestorOrSelf<GlobalStatementSyntax>() is { } declaring)
            {
                Of(declarations, statement, EqualityComparer<SyntaxNode>.Default).Add(declaring);
            }
        }
        else if (type is not null)
        {
            Of(types, statement, SymbolEqualityComparer.Default).Add(type);
        }
    }

    /// <summary>The types that statements with task code name, and the statements that declare what these use.</summary>
    internal IEnumerable<ISymbol> OfTaskCode()
    {
        HashSet<SyntaxNode> reached = [.. withTasks];
        Stack<SyntaxNode> open = new(reached);
        while (open.Count > 0)
        {
            SyntaxNode statement = open.Pop();
            foreach (ISymbol type in types.TryGetValue(statement, out HashSet<ISymbol>? named) ? named : [])
            {
                yield return type;
            }

            foreach (SyntaxNode declaring in declarations.TryGetValue(statement, out HashSet<SyntaxNode>? called) ? called : [])
            {
                if (reached.Add(declaring))
                {
                    open.Push(declaring);
                }
            }
        }
    }

    private static HashSet<T> Of<T>(Dictionary<SyntaxNode, HashSet<T>> all, SyntaxNode statement, IEqualityComparer<T> comparer)
    {
        if (!all.TryGetValue(statement, out HashSet<T>? found))
        {
            all.Add(statement, found = new(comparer));
        }

        return found;
    }
}
