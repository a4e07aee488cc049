using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Hygiene;

/// <summary>Whether the declaration of an audited member has anything that the audit silences.</summary>
internal static class AuditUse
{
    internal static Use Of(RuleContext context, ISymbol member, CancellationToken cancellation) =>
        member switch
        {
            INamedTypeSymbol type => OfType(context, type),
            IFieldSymbol { IsConst: true } => Use.None,
            IFieldSymbol or IPropertySymbol or IEventSymbol => OfStorage(context, member, cancellation),
            _ => Use.Unknown,
        };

    /// <summary>As the end of a sentence.</summary>
    internal static string WhyNone(RuleContext context, ISymbol member) =>
        member switch
        {
            INamedTypeSymbol type when context.Kinds.PromiseOf(type) == Promise.ThreadSafe => $"the fields of '{Names.Of(type)}' prove that it is thread-safe",
            INamedTypeSymbol type => $"nothing is reported about '{Names.Of(type)}' itself, and its members have audits of their own",
            { IsStatic: false } and (IFieldSymbol or IPropertySymbol or IEventSymbol) when !Counts(context.Kinds, member.ContainingType) =>
                $"'{Names.Of(member.ContainingType)}' does not promise anything that '{Names.Of(member)}' could break",
            _ => $"nothing is reported about '{Names.Of(member)}'",
        };

    private static Use OfType(RuleContext context, INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || context.Kinds.PromiseOf(type) != Promise.ThreadSafe)
        {
            return Use.Unknown;
        }

        // The same question as that of the rule that asks for the audit: a part that is merely thread-safe is fine.
        bool isProved = context.Kinds.FlawsOf(type).All(static flaw => flaw.IsAudited || flaw.Verdict.IsShareable);
        return isProved ? Use.Unknown : Use.Some;
    }

    private static Use OfStorage(RuleContext context, ISymbol member, CancellationToken cancellation)
    {
        if (StorageOf(member) is not { } storage)
        {
            return member is IEventSymbol { AddMethod.IsImplicitlyDeclared: true } ? OfEvent(context, (IEventSymbol)member) : Use.Unknown;
        }

        bool isPlain = HoldsNoCode(member, cancellation);
        if (storage.IsStatic)
        {
            // Whether the rules on statics look at it at all is theirs to say.
            return isPlain && context.Kinds.FlawOfStatic(storage) is null ? Use.None : Use.Unknown;
        }

        Flaw? flaw = context
            .Kinds.FlawsOf(storage.ContainingType)
            .FirstOrDefault(flaw => SymbolEqualityComparer.Default.Equals(flaw.Member.OriginalDefinition, storage.OriginalDefinition));
        return flaw switch
        {
            null => isPlain ? Use.None : Use.Unknown,
            _ when !Counts(context.Kinds, storage.ContainingType) => isPlain ? Use.None : Use.Unknown,
            // There the values decide, unless the kind of the type is inferred.
            { Kind: FlawKind.OpenField } when context.Kinds.PromisesImmutability(storage.ContainingType) => Use.Unknown,
            _ => Use.Some,
        };
    }

    private static Use OfEvent(RuleContext context, IEventSymbol @event) =>
        @event.IsStatic ? Use.Unknown
        : Counts(context.Kinds, @event.ContainingType) ? Use.Some
        : Use.None;

    /// <summary>Whether the members decide what the type is: it promises something, or its kind is inferred.</summary>
    private static bool Counts(Kinds kinds, INamedTypeSymbol type) => kinds.PromiseOf(type) != Promise.None || !Kinds.IsPublic(type);

    private static IFieldSymbol? StorageOf(ISymbol member) =>
        member switch
        {
            IFieldSymbol field => field,
            IPropertySymbol property => property
                .ContainingType.GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
            _ => null,
        };

    /// <summary>No initializer but a constant and no accessor with a body: nothing in the declaration that another rule might report on.</summary>
    private static bool HoldsNoCode(ISymbol member, CancellationToken cancellation)
    {
        ISymbol declared = (member as IFieldSymbol)?.AssociatedSymbol ?? member;
        return declared
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .All(static declaration =>
                declaration switch
                {
                    VariableDeclaratorSyntax variable => IsConstant(variable.Initializer),
                    PropertyDeclarationSyntax property => property.ExpressionBody is null
                        && IsConstant(property.Initializer)
                        && property.AccessorList?.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }) != false,
                    ParameterSyntax => true,
                    _ => false,
                }
            );
    }

    private static bool IsConstant(EqualsValueClauseSyntax? initializer) =>
        initializer?.Value
            is null
                or LiteralExpressionSyntax
                or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax };
}
