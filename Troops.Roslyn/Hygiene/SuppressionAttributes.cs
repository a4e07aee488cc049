using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Troops.Roslyn.Hygiene;

/// <summary>Every <c>[SuppressMessage]</c> that names a TROOP rule, on whatever it stands: local functions and lambdas are reached from syntax alone.</summary>
internal sealed class SuppressionAttributes
{
    private const string Name = "SuppressMessage";

    private readonly KnownSymbols symbols;
    private readonly CancellationToken cancellation;

    /// <summary>What <c>global using X = ...</c> calls the attribute. Without one, only files that have its name in them are looked at more closely.</summary>
    private readonly HashSet<string> globalNames = new(StringComparer.Ordinal);

    internal SuppressionAttributes(KnownSymbols symbols, CancellationToken cancellation)
    {
        (this.symbols, this.cancellation) = (symbols, cancellation);
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees.Where(MentionsIt))
        {
            globalNames.UnionWith(
                Aliases(tree).Where(static alias => alias.GlobalKeyword != default).Select(static alias => alias.Alias!.Name.Identifier.ValueText)
            );
        }
    }

    internal IEnumerable<Suppression> In(SyntaxTree tree)
    {
        if (globalNames.Count == 0 && !MentionsIt(tree))
        {
            yield break;
        }

        HashSet<string> names = [Name, $"{Name}Attribute", .. globalNames, .. Aliases(tree).Select(static alias => alias.Alias!.Name.Identifier.ValueText)];
        SemanticModel? model = null;
        foreach (AttributeSyntax attribute in tree.GetRoot(cancellation).DescendantNodes().OfType<AttributeSyntax>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (names.Contains(LastName(attribute.Name)) && CheckId(attribute) is not null)
            {
                model ??= symbols.Compilation.GetSemanticModel(tree);
                if (Read(symbols, model, attribute, cancellation) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>What one attribute silences; null if that is no rule of ours. Nearly all leave before anything is bound.</summary>
    internal static Suppression? Read(KnownSymbols symbols, SemanticModel model, AttributeSyntax attribute, CancellationToken cancellation)
    {
        if (
            CheckId(attribute) is not { } argument
            || (argument is LiteralExpressionSyntax { Token.ValueText: { } written } && !RuleIds.Names(IdIn(written)))
            || AttributeCode.HasLambda(attribute)
            || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType, symbols.SuppressMessage)
        )
        {
            return null;
        }

        return model.GetConstantValue(argument, cancellation).Value is string text && RuleIds.Names(IdIn(text))
            ? new(SuppressionKind.Attribute, IdIn(text), attribute.GetLocation())
            : null;
    }

    /// <summary>After a colon may follow the rule's name.</summary>
    private static string IdIn(string text) => text.Split(':')[0].Trim();

    private bool MentionsIt(SyntaxTree tree) => tree.GetText(cancellation).ToString().Contains(Name);

    private IEnumerable<UsingDirectiveSyntax> Aliases(SyntaxTree tree) =>
        tree.GetRoot(cancellation)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(static directive => directive.Alias is not null && directive.NamespaceOrType.ToString().Contains(Name));

    private static string LastName(NameSyntax name) =>
        name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };

    /// <summary>The second argument, or the one that is called so.</summary>
    private static ExpressionSyntax? CheckId(AttributeSyntax attribute)
    {
        if (attribute.ArgumentList is not { } list)
        {
            return null;
        }

        AttributeArgumentSyntax? argument =
            list.Arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "checkId")
            ?? list.Arguments.Where(static argument => argument.NameColon is null && argument.NameEquals is null).Skip(1).FirstOrDefault();
        return argument?.Expression;
    }
}
