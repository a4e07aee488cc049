using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Model;

/// <summary>One reason why a type's own declaration does not make it immutable.</summary>
/// <param name="Kind">Whose rule's it is.</param>
/// <param name="Member">The field (for a property its backing field) or event, or the type itself for its base.</param>
/// <param name="Verdict">On the member, with the path to what is to blame.</param>
/// <param name="IsAudited">A person vouches for the member, so the flaw does not count.</param>
internal sealed record Flaw(FlawKind Kind, ISymbol Member, Verdict Verdict, bool IsAudited)
{
    /// <summary>From the member to what is to blame.</summary>
    internal string Path => SymbolEqualityComparer.Default.Equals(Verdict.Member, Member) ? Verdict.Explain() : Verdict.Explain(Member);

    /// <summary>The member as a user wrote it: the property of a backing field, the parameter of a captured one.</summary>
    internal ISymbol Declared => (Member as IFieldSymbol)?.AssociatedSymbol ?? Captured() ?? Member;

    private ISymbol? Captured()
    {
        if (Kind is not (FlawKind.CapturedParameter or FlawKind.OpenField) || Member is not IFieldSymbol field)
        {
            return null;
        }

        string? name = Names.CapturedParameter(field);
        return field
            .ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == name && parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(IsTypeDeclaration));

        static bool IsTypeDeclaration(SyntaxReference reference) => reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;
    }
}
