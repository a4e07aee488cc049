using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.CodeFixes.Edits;

/// <summary>Changes to several documents of a solution, made at once at the end so that every node is found where it was.</summary>
internal sealed class EditList(Solution solution)
{
    private readonly Dictionary<DocumentId, Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>> changes = [];
    private readonly Dictionary<DocumentId, SortedSet<string>> namespaces = [];

    /// <param name="node">Of the solution as it is. Those within it may change as well.</param>
    /// <param name="change">Is given the node with the changes within it.</param>
    internal void Change<TNode>(TNode node, Func<TNode, SyntaxNode> change)
        where TNode : SyntaxNode
    {
        if (solution.GetDocumentId(node.SyntaxTree) is not { } id)
        {
            return;
        }

        if (!changes.TryGetValue(id, out Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>? ofDocument))
        {
            changes.Add(id, ofDocument = []);
        }

        ofDocument[node] = ofDocument.TryGetValue(node, out Func<SyntaxNode, SyntaxNode>? first)
            ? rewritten => change((TNode)first(rewritten))
            : rewritten => change((TNode)rewritten);
    }

    /// <summary>Adds a using directive if the type is not yet known by its name alone where <paramref name="node"/> stands.</summary>
    internal async Task UseAsync(SyntaxNode node, string space, string type, CancellationToken cancellation)
    {
        if (
            solution.GetDocument(node.SyntaxTree) is { } document
            && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            && !model.LookupNamespacesAndTypes(node.SpanStart, name: type).Any(found => found.ContainingNamespace?.ToDisplayString() == space)
        )
        {
            if (!namespaces.TryGetValue(document.Id, out SortedSet<string>? ofDocument))
            {
                namespaces.Add(document.Id, ofDocument = new(StringComparer.Ordinal));
            }

            ofDocument.Add(space);
        }
    }

    internal async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        Solution changed = solution;
        foreach (KeyValuePair<DocumentId, Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>> document in changes)
        {
            SyntaxNode? root = await solution.GetDocument(document.Key)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            root = root!.ReplaceNodes(document.Value.Keys, (node, rewritten) => document.Value[node](rewritten));
            if (root is CompilationUnitSyntax unit && namespaces.TryGetValue(document.Key, out SortedSet<string>? spaces))
            {
                root = spaces.Aggregate(unit, Usings.Add);
            }

            changed = changed.WithDocumentSyntaxRoot(document.Key, root);
        }

        return changed;
    }
}
