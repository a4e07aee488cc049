using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Generators.Tasks.Copying;

/// <content>The line of each await. What is awaited is passed through a call that has it; where no expression stands for what is awaited, the line is noted just before.</content>
internal sealed partial class CopyWalker
{
    private const string Site = "global::Troops.TroopSite";

    /// <summary>Before what <see cref="NoteAtEnd"/> stands after: however that is left, the line is noted.</summary>
    private const string Note = "try {";

    private const string Dynamically = "Dynamic((object)(";

    public override void VisitAwaitExpression(AwaitExpressionSyntax node)
    {
        if (function.MayAwait && WayOf(node) is { } way)
        {
            // In a hole of an interpolated string a colon begins the format.
            bool isInHole = node.FirstAncestorOrSelf<InterpolationSyntax>() is not null;
            edits.Insert(node.Expression.SpanStart, $"{(isInHole ? "(" : "")}{Site}.{way}");
            base.VisitAwaitExpression(node);
            edits.Insert(node.Expression.Span.End, $"{(way == Dynamically ? ")" : "")}, {LineOf(node)}){(isInHole ? ")" : "")}");
            return;
        }

        base.VisitAwaitExpression(node);
    }

    public override void VisitUsingStatement(UsingStatementSyntax node)
    {
        bool isNoted = node.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) && function.MayAwait;
        if (isNoted)
        {
            AddLine(node.Statement.SpanStart, node.Statement, Note);
        }

        base.VisitUsingStatement(node);
        if (isNoted)
        {
            AddLine(node.Statement.Span.End, node.Statement, NoteAtEnd(node));
        }
    }

    /// <summary>The variables of an <c>await using</c> live until the block ends, and the last of them ends first.</summary>
    public override void VisitBlock(BlockSyntax node)
    {
        List<LocalDeclarationStatementSyntax> noted = [];
        for (int i = node.Statements.Count - 1; i >= 0 && function.MayAwait; i--)
        {
            // A function can be called before the declaration, so it has to stay where it is; nothing jumps over that.
            if (IsFunction(node.Statements[i]))
            {
                break;
            }

            if (Handlers.Unlabeled(node.Statements[i]) is LocalDeclarationStatementSyntax local && local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
            {
                noted.Add(local);
            }
        }

        foreach (LocalDeclarationStatementSyntax local in noted)
        {
            AddLine(local.Span.End, local, Note);
        }

        base.VisitBlock(node);
        foreach (LocalDeclarationStatementSyntax local in noted)
        {
            AddLine(node.CloseBraceToken.SpanStart, node, NoteAtEnd(local));
        }
    }

    private static bool IsFunction(StatementSyntax statement) => Handlers.Unlabeled(statement) is LocalFunctionStatementSyntax;

    /// <summary>Whether it is an <c>await foreach</c> over awaiters of its own: the first step is noted where the sequence is asked for, each later one at the end of the step before it.</summary>
    private bool HasOwnSteps(CommonForEachStatementSyntax loop) =>
        loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)
        && function.MayAwait
        && model.GetTypeInfo(loop.Expression, cancellation).Type is { TypeKind: not TypeKind.Error } type
        && !HasSitedSteps(type);

    /// <summary>Those for which <c>TroopSite.In</c> has steps of its own.</summary>
    private static bool HasSitedSteps(ITypeSymbol type) =>
        IsReceived(type)
        || type.OriginalDefinition
            is INamedTypeSymbol { Name: "IAsyncEnumerable", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    /// <summary>What the runtime itself gives element after element.</summary>
    private static bool IsReceived(ITypeSymbol? type) =>
        type?.OriginalDefinition
            is INamedTypeSymbol
            {
                Name: "Channel" or "Subscription",
                Arity: 1,
                ContainingNamespace: { Name: "Sharing", ContainingNamespace: { Name: "Troops", ContainingNamespace.IsGlobalNamespace: true } }
            };

    private string NoteAtEnd(SyntaxNode at) => $"}} finally {{ {Site}.Next({LineOf(at)}); }}";

    /// <summary>The call that it means the same in, without its end; null if there is none: a variable whose <c>GetAwaiter</c> may change it goes by reference.</summary>
    private string? WayOf(AwaitExpressionSyntax node) => MayBePassed(node.Expression) ? $"{SiteOf(node)}(" : WayOfVariable(node.Expression);

    private string? WayOfVariable(ExpressionSyntax value) =>
        model.GetTypeInfo(value, cancellation).Type is not { TypeKind: not TypeKind.Error } type ? null
        : type.TypeKind == TypeKind.Dynamic ? Dynamically
        : model.GetSymbolInfo(value, cancellation).Symbol switch
        {
            ILocalSymbol { RefKind: RefKind.None, IsConst: false, IsForEach: false, IsUsing: false, IsFixed: false } => "Variable(ref ",
            IParameterSymbol { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } => "Variable(ref ",
            IFieldSymbol { IsReadOnly: false, IsConst: false, ContainingType.IsReferenceType: true } => "Variable(ref ",
            _ => null,
        };

    /// <summary>Whether it means the same as an argument: not what is dynamic, and not a variable whose <c>GetAwaiter</c> may change it.</summary>
    private bool MayBePassed(ExpressionSyntax value) =>
        model.GetTypeInfo(value, cancellation).Type is { TypeKind: not (TypeKind.Dynamic or TypeKind.Error) } type
        && (type.IsReferenceType || type.IsReadOnly || value is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or AwaitExpressionSyntax);

    /// <summary>From 1, as the user's directives say; 0, which is no line, where they name another file than at the declaration, for a frame has one file.</summary>
    private int LineOf(SyntaxNode node)
    {
        FileLinePositionSpan mapped = node.SyntaxTree.GetMappedLineSpan(node.Span);
        return mapped.Path == path ? mapped.StartLinePosition.Line + 1 : 0;
    }
}
