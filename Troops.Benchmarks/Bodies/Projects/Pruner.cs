using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Benchmarks.Bodies.Projects;

/// <summary>
/// Takes out of a project what does not bind outside of bodies: directives, attributes, base types, members. Otherwise the compiler would stop before it lowers any body, and half of its
/// errors about awaits come from there. Lines stay where they are.
/// </summary>
internal static class Pruner
{
    /// <summary>Each round may leave others without what they need.</summary>
    private const int Rounds = 25;

    private const string NothingToOverride = "CS0115";

    internal static (CSharpCompilation Pruned, int Count) Prune(CSharpCompilation compilation)
    {
        int count = 0;
        for (int round = 0; round < Rounds; round++)
        {
            bool isLast = round >= Rounds / 2;
            List<(SyntaxTree Tree, SyntaxNodeOrToken Part)> parts =
            [
                .. compilation
                    .GetDeclarationDiagnostics()
                    .Where(static problem => problem.Severity == DiagnosticSeverity.Error && problem.Location.SourceTree is not null)
                    .Select(problem => (problem.Location.SourceTree!, PartAt(problem, isLast)))
                    .Distinct(),
            ];
            if (parts.Count == 0)
            {
                break;
            }

            foreach (IGrouping<SyntaxTree, SyntaxNodeOrToken> file in parts.GroupBy(static part => part.Tree, static part => part.Part))
            {
                compilation = compilation.ReplaceSyntaxTree(file.Key, Without(file.Key, [.. file]));
            }

            count += parts.Count;
        }

        return (compilation, count);
    }

    /// <summary>The least that can go, so that the error goes with it.</summary>
    private static SyntaxNodeOrToken PartAt(Diagnostic problem, bool isLast)
    {
        SyntaxNode root = problem.Location.SourceTree!.GetRoot();
        SyntaxNode at = root.FindNode(problem.Location.SourceSpan, getInnermostNodeForTie: true);
        foreach (SyntaxNode level in at.AncestorsAndSelf())
        {
            switch (level)
            {
                case TypeDeclarationSyntax { BaseList: { } bases } when !isLast:
                    // What its base asks for is not there.
                    return bases;
                case MethodDeclarationSyntax { ExplicitInterfaceSpecifier: { } specifier } when problem.Id is "CS0538" or "CS0539" or "CS0540":
                    return specifier;
                case MemberDeclarationSyntax member
                    when problem.Id == NothingToOverride && member.Modifiers.FirstOrDefault(IsOverride) is { RawKind: not 0 } word:
                    return word;
                case AttributeListSyntax or UsingDirectiveSyntax or ExternAliasDirectiveSyntax or BaseTypeSyntax or TypeParameterConstraintClauseSyntax:
                case ExplicitInterfaceSpecifierSyntax:
                case MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or EnumMemberDeclarationSyntax):
                    return level;
            }
        }

        return root;
    }

    private static bool IsOverride(SyntaxToken modifier) => modifier.IsKind(SyntaxKind.OverrideKeyword);

    private static SyntaxTree Without(SyntaxTree tree, HashSet<SyntaxNodeOrToken> parts)
    {
        List<TextChange> changes = [];
        foreach (IGrouping<SyntaxNodeOrToken, SyntaxNodeOrToken> group in parts.GroupBy(static part => part.AsNode() is BaseTypeSyntax ? part.Parent! : part))
        {
            SyntaxNodeOrToken part = group.Key;
            if (part.Parent?.AncestorsAndSelf().Any(above => parts.Contains(above)) != true)
            {
                changes.Add(new(part.Span, $"{BasesWithout(part, parts)}{LinesOf(tree, part)}"));
            }
        }

        return tree.WithChangedText(tree.GetText().WithChanges(changes.OrderBy(static change => change.Span)));
    }

    private static string BasesWithout(SyntaxNodeOrToken part, HashSet<SyntaxNodeOrToken> parts) =>
        part.AsNode() is BaseListSyntax list
        && !parts.Contains(part)
        && list.Types.Where(type => !parts.Contains(type)).Select(static type => type.ToString().ReplaceLineEndings(" ")).ToArray() is { Length: > 0 } left
            ? $": {string.Join(", ", left)}"
            : "";

    /// <summary>Nothing but its ends of lines, and its directives: an <c>#if</c> needs its <c>#endif</c>.</summary>
    private static string LinesOf(SyntaxTree tree, SyntaxNodeOrToken part)
    {
        SourceText text = tree.GetText();
        StringBuilder lines = new();
        int first = text.Lines.GetLineFromPosition(part.SpanStart).LineNumber;
        int last = text.Lines.GetLineFromPosition(part.Span.End).LineNumber;
        IEnumerable<SyntaxTrivia> trivia = part.AsNode()?.DescendantTrivia() ?? [];
        HashSet<int> directives =
        [
            .. trivia.Where(one => one.IsDirective && one.SpanStart > part.SpanStart).Select(one => text.Lines.GetLineFromPosition(one.SpanStart).LineNumber),
        ];
        for (int line = first; line < last; line++)
        {
            lines.Append(directives.Contains(line) ? text.Lines[line].ToString() : "").Append('\n');
        }

        return lines.ToString();
    }
}
