using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Generators.Tasks.Copying;
using Troops.Generators.Tasks.Model;
using Troops.Roslyn;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>The copies of a compilation's tasks, file by file.</summary>
/// <param name="symbols">Of the compilation.</param>
/// <param name="targets">Of the compilation.</param>
/// <param name="plain">Copies whose loops stay where they are.</param>
/// <param name="cancellation">Of the run.</param>
internal sealed class CopyParser(KnownSymbols symbols, CopyTargets targets, ISet<string> plain, CancellationToken cancellation)
{
    /// <summary>Attributes that say how a body is compiled or run, so that its copy needs them. Others would make a second test, or a second endpoint, of it.</summary>
    private static readonly HashSet<string> KeptAttributes =
    [
        "DebuggerHidden",
        "DebuggerNonUserCode",
        "DebuggerStepThrough",
        "MethodImpl",
        "RequiresAssemblyFiles",
        "RequiresDynamicCode",
        "RequiresUnreferencedCode",
        "SkipLocalsInit",
        "StackTraceHidden",
        "SupportedOSPlatform",
        "UnconditionalSuppressMessage",
        "UnsupportedOSPlatform",
    ];

    private readonly HashSet<string> hintNames = new(StringComparer.OrdinalIgnoreCase);

    internal ImmutableArray<CopyFile> Parse(IEnumerable<TaskCandidate> methods, IEnumerable<LambdaCandidate> lambdas) =>
        [
            .. methods
                .Select(method => (Home: method.Syntax.Parent!, Type: method.Method.ContainingType, Copy: CopyOf(method)))
                .Concat(lambdas.Select(lambda => (Home: LambdaObstacles.HomeOf(lambda.Syntax), Type: lambda.Enclosing.ContainingType, Copy: CopyOf(lambda))))
                .GroupBy(static copy => copy.Home)
                .Select(part => FileOf(part.Key, part.First().Type, part.Select(static copy => copy.Copy))),
        ];

    /// <summary>One part of a type.</summary>
    private CopyFile FileOf(SyntaxNode type, INamedTypeSymbol symbol, IEnumerable<CopiedTask> copies)
    {
        CompilationUnitSyntax unit = (CompilationUnitSyntax)type.SyntaxTree.GetRoot(cancellation);
        return new(
            HintNameOf(symbol, type.SyntaxTree.FilePath),
            new([
                .. unit.Externs.Select(static directive => directive.WithoutTrivia().ToFullString()),
                .. unit
                    .Usings.Where(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.None))
                    .Select(static directive => directive.WithoutTrivia().ToFullString()),
            ]),
            new([.. type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(NamespaceOf)]),
            new(
                type is CompilationUnitSyntax
                    ? ["partial class Program"]
                    : [.. type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().Select(TypeHeads.Of)]
            ),
            new([.. copies])
        );
    }

    /// <summary>As the build maps it, so that what is built in two folders is the same.</summary>
    private string PathOf(SyntaxTree tree, FileLinePositionSpan place)
    {
        SourceReferenceResolver? resolver = symbols.Compilation.Options.SourceReferenceResolver;
        return place.HasMappedPath
            ? resolver?.NormalizePath(place.Path, tree.FilePath) ?? place.Path
            : resolver?.NormalizePath(tree.FilePath, baseFilePath: null) ?? tree.FilePath;
    }

    private static CopyNamespace NamespaceOf(BaseNamespaceDeclarationSyntax space) =>
        new(
            space.Name.ToString(),
            space is FileScopedNamespaceDeclarationSyntax,
            new([
                .. space.Externs.Select(static directive => directive.WithoutTrivia().ToFullString()),
                .. space.Usings.Select(static directive => directive.WithoutTrivia().ToFullString()),
            ])
        );

    private CopiedTask CopyOf(TaskCandidate candidate)
    {
        MethodDeclarationSyntax syntax = candidate.Syntax;
        (Edits edits, bool hasOutlined) = CopyWalker.Find(
            candidate.Model,
            symbols,
            targets,
            candidate.Method,
            syntax,
            (SyntaxNode?)syntax.Body ?? syntax.ExpressionBody!,
            Outlines(candidate.CopyName),
            cancellation
        );
        string body = syntax.Body is { } block
            ? BodyText.Write(block, block.Span.End, edits)
            : BodyText.Write(syntax.ExpressionBody!, syntax.SemicolonToken.Span.End, edits);
        FileLinePositionSpan place = syntax.SyntaxTree.GetMappedLineSpan(syntax.Identifier.Span);
        bool inheritsConstraints = candidate.Method.IsOverride || !candidate.Method.ExplicitInterfaceImplementations.IsEmpty;
        return new(
            candidate.CopyName,
            CopyNames.Shown(candidate.Method),
            PathOf(syntax.SyntaxTree, place),
            place.StartLinePosition.Line + 1,
            new([.. KeptOf(syntax)]),
            ModifiersOf(candidate),
            Plain(syntax.ReturnType),
            candidate.Method.ReturnType is INamedTypeSymbol { IsGenericType: true },
            syntax.TypeParameterList is { } typeParameters ? Plain(typeParameters) : "",
            Plain(syntax.ParameterList),
            inheritsConstraints
                ? TypeParameterText.Constraints(candidate.Method.TypeParameters)
                : string.Concat(syntax.ConstraintClauses.Select(static clause => $" {Plain(clause)}")),
            CallOf(candidate),
            candidate.Model.GetNullableContext(syntax.SpanStart).AnnotationsEnabled(),
            body,
            hasOutlined
        );
    }

    private CopiedTask CopyOf(LambdaCandidate lambda)
    {
        (Edits edits, bool hasOutlined) = CopyWalker.Find(
            lambda.Model,
            symbols,
            targets,
            lambda.Enclosing,
            lambda.Syntax,
            lambda.Syntax.Body,
            Outlines(lambda.CopyName),
            cancellation
        );
        bool isExpression = lambda.Syntax.Body is ExpressionSyntax;
        if (isExpression)
        {
            edits.Insert(lambda.Syntax.Body.Span.End, ";");
        }

        FileLinePositionSpan place = lambda.Syntax.SyntaxTree.GetMappedLineSpan(lambda.Syntax.Span);
        string parameters = string.Join(
            ", ",
            lambda.Symbol.Parameters.Select(static parameter => $"{parameter.Type.ToDisplayString(TypeParameterText.Full)} @{parameter.Name}")
        );
        return new(
            lambda.CopyName,
            $"{CopyNames.Shown(lambda.Enclosing)} lambda",
            PathOf(lambda.Syntax.SyntaxTree, place),
            place.StartLinePosition.Line + 1,
            default,
            lambda.UsesThis ? "internal " : "internal static ",
            lambda.Symbol.ReturnType.ToDisplayString(TypeParameterText.Full),
            lambda.Symbol.ReturnType is INamedTypeSymbol { IsGenericType: true },
            "",
            $"({parameters})",
            isExpression ? " =>" : "",
            Call: null,
            lambda.Model.GetNullableContext(lambda.Syntax.SpanStart).AnnotationsEnabled(),
            BodyText.Write(lambda.Syntax.Body, lambda.Syntax.Body.Span.End, edits),
            hasOutlined
        );
    }

    /// <summary>Not for a debugger, which would step over a loop that is a function; nor for a JIT that keeps nothing in registers anyway.</summary>
    private bool Outlines(string copy) => symbols.Compilation.Options.OptimizationLevel == OptimizationLevel.Release && !plain.Contains(copy);

    private static string ModifiersOf(TaskCandidate candidate)
    {
        StringBuilder text = new(candidate.IsInternal ? "internal " : "private ");
        foreach (SyntaxToken modifier in candidate.Syntax.Modifiers)
        {
            if (modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ReadOnlyKeyword)
            {
                text.Append(modifier.ValueText).Append(' ');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> KeptOf(MethodDeclarationSyntax syntax) =>
        syntax
            .AttributeLists.Where(static list => list.Target is null)
            .SelectMany(static list => list.Attributes)
            .Where(static attribute => KeptAttributes.Contains(SimpleNameOf(attribute.Name)))
            .Select(static attribute => Plain(attribute));

    private static string SimpleNameOf(NameSyntax name)
    {
        string text = (name is QualifiedNameSyntax qualified ? qualified.Right : name).ToString();
        return text.EndsWith("Attribute", StringComparison.Ordinal) ? text.Substring(0, text.Length - "Attribute".Length) : text;
    }

    private static string CallOf(TaskCandidate candidate)
    {
        // In an extension block the receiver is named; in a type it goes without saying.
        string receiver = candidate
            is {
                Method.IsStatic: false,
                Syntax.Parent: ExtensionBlockDeclarationSyntax { ParameterList.Parameters: [{ Identifier: { Text.Length: > 0 } name }] }
            }
            ? $"{name.Text}."
            : "";
        string typeArguments = candidate.Syntax.TypeParameterList is { } list
            ? $"<{string.Join(", ", list.Parameters.Select(static parameter => parameter.Identifier.Text))}>"
            : "";
        return $"{receiver}{candidate.CopyName}{typeArguments}({string.Join(", ", candidate.Syntax.ParameterList.Parameters.Select(static parameter => parameter.Identifier.Text))})";
    }

    /// <summary>In one line, without comments and directives.</summary>
    private static string Plain(SyntaxNode node)
    {
        StringBuilder text = new();
        SyntaxToken last = default;
        foreach (SyntaxToken token in node.DescendantTokens())
        {
            bool hasGap = !last.IsKind(SyntaxKind.None) && (last.HasTrailingTrivia || token.HasLeadingTrivia);
            text.Append(hasGap ? " " : "").Append(token.Text);
            last = token;
        }

        return text.ToString();
    }

    private string HintNameOf(INamedTypeSymbol type, string path)
    {
        string name = HintNames.Of(type);
        string hint = $"{name}.Troops.g.cs";
        for (int number = 2; !hintNames.Add(hint); number++)
        {
            // Another part of the type.
            hint = $"{name}.{HintNames.Clean(Path.GetFileNameWithoutExtension(path))}{(number == 2 ? "" : $".{number}")}.Troops.g.cs";
        }

        return hint;
    }
}
