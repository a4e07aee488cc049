using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP060 for code with pointers: once for each <c>unsafe</c> block or member, or member of an <c>unsafe</c> type, that has any. Nothing can have one without the word.</summary>
internal sealed class UnsafeCodeRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.UnsafeCode];

    internal override void Register(RuleContext context)
    {
        if (context.Symbols.Compilation.Options is CSharpCompilationOptions { AllowUnsafe: false })
        {
            return;
        }

        context.Start.RegisterSyntaxNodeAction(
            node => Check(context, node, node.Node),
            SyntaxKind.UnsafeStatement,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.DelegateDeclaration
        );
        // The other members from their types: there are so many that each call of a rule counts.
        context.Start.RegisterSyntaxNodeAction(
            node => CheckMembers(context, node),
            SyntaxKind.ClassDeclaration,
            SyntaxKind.StructDeclaration,
            SyntaxKind.InterfaceDeclaration,
            SyntaxKind.RecordDeclaration,
            SyntaxKind.RecordStructDeclaration,
            SyntaxKind.ExtensionBlockDeclaration
        );
    }

    private static void CheckMembers(RuleContext context, SyntaxNodeAnalysisContext action)
    {
        TypeDeclarationSyntax type = (TypeDeclarationSyntax)action.Node;
        bool isUnsafe = type.AncestorsAndSelf().Any(IsUnsafe);
        foreach (MemberDeclarationSyntax member in type.Members)
        {
            if ((isUnsafe || IsUnsafe(member)) && member is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax))
            {
                Check(context, action, member);
            }
        }
    }

    private static void Check(RuleContext context, SyntaxNodeAnalysisContext action, SyntaxNode region)
    {
        if (!Opens(region) || !Pointers.AreIn(region, action.SemanticModel, action.CancellationToken))
        {
            return;
        }

        ISymbol? member = Declared(region, action.SemanticModel, action.CancellationToken) ?? action.ContainingSymbol;
        if (member is null || CodeScope.IsGenerated(member) || !CodeScope.Covers(context, member, action.CancellationToken))
        {
            return;
        }

        context.Report(
            action.ReportDiagnostic,
            HatchDescriptors.UnsafeCode,
            member,
            Place(region),
            related: null,
            $"Unsafe code in '{Names.Of(member)}'",
            "use spans and references, or vouch for the member with [Audited]"
        );
    }

    /// <summary>Whether the word stands there, or at the type, and not further out in the same member.</summary>
    private static bool Opens(SyntaxNode region)
    {
        bool isOwn = region is UnsafeStatementSyntax || IsUnsafe(region);
        for (SyntaxNode? above = region.Parent; above is not null; above = above.Parent)
        {
            switch (above)
            {
                case UnsafeStatementSyntax:
                case LocalFunctionStatementSyntax when IsUnsafe(above):
                case MemberDeclarationSyntax and not BaseTypeDeclarationSyntax when IsUnsafe(above):
                    return false;
                case BaseTypeDeclarationSyntax when IsUnsafe(above):
                    // Blocks and local functions are the member's.
                    return region is MemberDeclarationSyntax;
                default:
                    break;
            }
        }

        return isOwn;
    }

    private static bool IsUnsafe(SyntaxNode node) =>
        node switch
        {
            MemberDeclarationSyntax member => member.Modifiers.Any(SyntaxKind.UnsafeKeyword),
            LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.UnsafeKeyword),
            _ => false,
        };

    private static ISymbol? Declared(SyntaxNode region, SemanticModel model, CancellationToken cancellation) =>
        region switch
        {
            BaseFieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => model.GetDeclaredSymbol(variable, cancellation),
            MemberDeclarationSyntax or LocalFunctionStatementSyntax => model.GetDeclaredSymbol(region, cancellation),
            _ => null,
        };

    private static Location Place(SyntaxNode region) =>
        region switch
        {
            UnsafeStatementSyntax statement => statement.UnsafeKeyword.GetLocation(),
            LocalFunctionStatementSyntax local => local.Identifier.GetLocation(),
            MethodDeclarationSyntax method => method.Identifier.GetLocation(),
            ConstructorDeclarationSyntax constructor => constructor.Identifier.GetLocation(),
            DestructorDeclarationSyntax destructor => destructor.Identifier.GetLocation(),
            PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
            IndexerDeclarationSyntax indexer => indexer.ThisKeyword.GetLocation(),
            EventDeclarationSyntax @event => @event.Identifier.GetLocation(),
            DelegateDeclarationSyntax @delegate => @delegate.Identifier.GetLocation(),
            OperatorDeclarationSyntax @operator => @operator.OperatorToken.GetLocation(),
            BaseFieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => variable.Identifier.GetLocation(),
            _ => region.GetLocation(),
        };
}
