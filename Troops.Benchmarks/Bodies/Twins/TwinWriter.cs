using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Troops.Benchmarks.Bodies.Twins;

/// <summary>
/// Puts a task beside every async method of a project, so that the generator has something to do. The methods stay what they are: an interface, an override or a caller binds as before.
/// </summary>
internal sealed class TwinWriter
{
    /// <summary>A file may belong to several projects.</summary>
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Async methods that are no such tasks: <c>void</c>, sequences, types of others.</summary>
    internal int Others { get; private set; }

    internal int Files => seen.Count;

    internal (CSharpCompilation Compilation, IReadOnlyList<Twin> Twins) Write(CSharpCompilation compilation)
    {
        Dictionary<SyntaxTree, List<(MethodDeclarationSyntax Syntax, IMethodSymbol Symbol)>> found = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (tree.FilePath.EndsWith(".cs", StringComparison.Ordinal) && seen.Add(tree.FilePath) && Find(compilation, tree) is { Count: > 0 } methods)
            {
                found.Add(tree, methods);
            }
        }

        HashSet<IMethodSymbol> twinned = new(
            found
                .Values.SelectMany(static methods => methods)
                .Where(static method => method.Syntax.ExplicitInterfaceSpecifier is null)
                .Select(static method => method.Symbol),
            SymbolEqualityComparer.Default
        );
        List<(SyntaxTree Tree, List<string> Places)> written = [];
        CSharpCompilation result = compilation;
        foreach ((SyntaxTree tree, List<(MethodDeclarationSyntax Syntax, IMethodSymbol Symbol)> methods) in found)
        {
            TwinText text = new(compilation.GetSemanticModel(tree), twinned);
            IEnumerable<TextChange> changes = methods
                .Select(method => new TextChange(new TextSpan(method.Syntax.Span.End, 0), text.Write(method.Syntax, method.Symbol)))
                .Concat(Partials(methods.Select(static method => method.Syntax)));
            SyntaxTree with = tree.WithChangedText(tree.GetText().WithChanges(changes.OrderBy(static change => change.Span)));
            result = result.ReplaceSyntaxTree(tree, with);
            written.Add((with, [.. methods.Select(static method => PlaceOf(method.Syntax))]));
        }

        return (result, [.. written.SelectMany(file => TwinsOf(result, file.Tree, file.Places))]);
    }

    private List<(MethodDeclarationSyntax Syntax, IMethodSymbol Symbol)> Find(CSharpCompilation compilation, SyntaxTree tree)
    {
        List<(MethodDeclarationSyntax, IMethodSymbol)> found = [];
        SemanticModel? model = null;
        foreach (
            MethodDeclarationSyntax syntax in tree.GetRoot()
                .DescendantNodes(static node => node is not BaseMethodDeclarationSyntax)
                .OfType<MethodDeclarationSyntax>()
                .Where(static method => method.Modifiers.Any(SyntaxKind.AsyncKeyword) && (method.Body is not null || method.ExpressionBody is not null))
        )
        {
            model ??= compilation.GetSemanticModel(tree);
            if (syntax.Parent is TypeDeclarationSyntax && model.GetDeclaredSymbol(syntax) is { } symbol && IsTask(symbol.ReturnType))
            {
                found.Add((syntax, symbol));
            }
            else
            {
                Others++;
            }
        }

        return found;
    }

    private static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: nameof(Task) or nameof(ValueTask), Arity: 0 or 1 }
        && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static IEnumerable<TextChange> Partials(IEnumerable<MethodDeclarationSyntax> methods) =>
        methods
            .SelectMany(static method => method.Ancestors().OfType<TypeDeclarationSyntax>())
            .Distinct()
            .Where(static type => type is not ExtensionBlockDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(static type => new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial "));

    private static string PlaceOf(MethodDeclarationSyntax method) =>
        $"{method.SyntaxTree.FilePath}:{method.SyntaxTree.GetLineSpan(method.Identifier.Span).StartLinePosition.Line + 1}";

    private static IEnumerable<Twin> TwinsOf(CSharpCompilation compilation, SyntaxTree tree, List<string> places)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax[] tasks =
        [
            .. tree.GetRoot().DescendantNodes(static node => node is not BaseMethodDeclarationSyntax).OfType<MethodDeclarationSyntax>().Where(TwinNames.IsTwin),
        ];
        foreach ((MethodDeclarationSyntax task, string place) in tasks.Zip(places))
        {
            SyntaxList<MemberDeclarationSyntax> members = ((TypeDeclarationSyntax)task.Parent!).Members;
            if (members[members.IndexOf(task) - 1] is MethodDeclarationSyntax original && model.GetDeclaredSymbol(task) is { } symbol)
            {
                yield return new(place, original, task, symbol);
            }
        }
    }
}
