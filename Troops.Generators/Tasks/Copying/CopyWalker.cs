using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Troops.Generators.Tasks.Copying.Outlining;
using Troops.Roslyn;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Copying;

/// <summary>Finds what is different in the copy of a body: calls, awaits, and the back-edges of loops.</summary>
/// <remarks>One body, one walker. It changes as little as it can, and a construct that it does not know it leaves alone: then it means what it meant.</remarks>
internal sealed partial class CopyWalker : CSharpSyntaxWalker
{
    private readonly SemanticModel model;
    private readonly KnownSymbols symbols;
    private readonly CopyTargets targets;
    private readonly IMethodSymbol method;
    private readonly CancellationToken cancellation;
    private Edits edits = new();
    private readonly string path;
    private readonly LoopOutliner? outliner;
    private Function function;

    private CopyWalker(
        SemanticModel model,
        KnownSymbols symbols,
        CopyTargets targets,
        IMethodSymbol method,
        SyntaxNode declaration,
        LoopOutliner? outliner,
        CancellationToken cancellation
    )
    {
        (this.model, this.symbols, this.targets, this.method, this.cancellation) = (model, symbols, targets, method, cancellation);
        this.outliner = outliner;
        function = new(declaration, MayAwait: !IsUnsafe(declaration));
        path = declaration.SyntaxTree.GetMappedLineSpan((declaration as MethodDeclarationSyntax)?.Identifier.Span ?? declaration.Span).Path;
    }

    /// <param name="model">Of the file.</param>
    /// <param name="symbols">Of the compilation.</param>
    /// <param name="targets">Of the compilation.</param>
    /// <param name="method">The member that the body is of, or stands in.</param>
    /// <param name="declaration">A method or a lambda.</param>
    /// <param name="body">Of it.</param>
    /// <param name="outlines">Whether loops become functions where they can.</param>
    /// <param name="cancellation">Of the run.</param>
    /// <returns>With whether there are such loops.</returns>
    internal static (Edits Edits, bool HasOutlined) Find(
        SemanticModel model,
        KnownSymbols symbols,
        CopyTargets targets,
        IMethodSymbol method,
        SyntaxNode declaration,
        SyntaxNode body,
        bool outlines,
        CancellationToken cancellation
    )
    {
        LoopOutliner? loops = outlines ? new(model, method.ContainingType, declaration, cancellation) : null;
        CopyWalker walker = new(model, symbols, targets, method, declaration, loops, cancellation);
        walker.Visit(body);
        return (walker.edits, walker.hasOutlined);
    }

    public override void Visit(SyntaxNode? node)
    {
        cancellation.ThrowIfCancellationRequested();
        if (node is CommonForEachStatementSyntax loop && HasOwnSteps(loop))
        {
            AddLine(loop.Statement.SpanStart, loop.Statement, Note);
            base.Visit(loop);
            AddLine(loop.Statement.Span.End, loop.Statement, NoteAtEnd(loop));
            return;
        }

        base.Visit(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && model.GetOperation(node, cancellation) is INameOfOperation)
        {
            return;
        }

        if (targets.Of(model, node, cancellation) is { Target: var target } && target.IsVisibleIn(method.ContainingType))
        {
            edits.Replace(CopyTargets.NameOf(node)!.Identifier.Span, function.MayAwait && IsAwaitedAtOnce(node) ? target.Name : CopyNames.Started(target.Name));
        }

        base.VisitInvocationExpression(node);
        AddCallerInfo(node, node.ArgumentList);
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        base.VisitObjectCreationExpression(node);
        AddCallerInfo(node, node.ArgumentList, node.Type.Span.End);
    }

    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        base.VisitImplicitObjectCreationExpression(node);
        AddCallerInfo(node, node.ArgumentList);
    }

    public override void VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        base.VisitElementAccessExpression(node);
        AddCallerInfo(node, node.ArgumentList);
    }

    /// <summary>What a query starts from is evaluated here; its clauses become lambdas, or expression trees, of which every node counts.</summary>
    public override void VisitQueryExpression(QueryExpressionSyntax node)
    {
        Visit(node.FromClause.Expression);
        if (!IsQueryable(model.GetTypeInfo(node.FromClause.Expression, cancellation).Type))
        {
            VisitIn(function with { MayAwait = false }, node.Body);
        }
    }

    private static bool IsQueryable(ITypeSymbol? type) =>
        type is null || type.Name == "IQueryable" || type.AllInterfaces.Any(static implemented => implemented.Name == "IQueryable");

    public override void VisitAttributeList(AttributeListSyntax node) { }

    /// <summary>Through parentheses: nothing happens between the call and the await.</summary>
    private static bool IsAwaitedAtOnce(InvocationExpressionSyntax call)
    {
        SyntaxNode? user = call.Parent;
        while (user is ParenthesizedExpressionSyntax)
        {
            user = user.Parent;
        }

        return user is AwaitExpressionSyntax;
    }
}
