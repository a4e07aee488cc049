using Microsoft.CodeAnalysis;
using Troops.Roslyn.Shipped;

namespace Troops.Roslyn.Model;

// What a type is by itself, and which types it cannot be better than.
internal sealed partial class Kinds
{
    private void Expand(Node node, Func<Query, Node> nodeOf)
    {
        switch (node.Query.Type)
        {
            case IErrorTypeSymbol:
                node.IsKnown(Verdict.Unknown(node.Query.Type));
                break;
            case IDynamicTypeSymbol:
                node.AtMost(Kind.Ref, Cause.Dynamic);
                break;
            case IArrayTypeSymbol:
                node.AtMost(Kind.Ref, Cause.Array);
                break;
            case ITypeParameterSymbol parameter:
                ExpandParameter(node, parameter, nodeOf);
                break;
            case INamedTypeSymbol type:
                ExpandNamed(node, type, nodeOf);
                break;
            default:
                node.AtMost(Kind.Ref, Cause.Pointer);
                break;
        }
    }

    private void ExpandParameter(Node node, ITypeParameterSymbol parameter, Func<Query, Node> nodeOf)
    {
        bool isImmutable =
            KnownSymbols.Has(parameter, Symbols.Immutable)
            || (node.Query.IsInside && KnownSymbols.Has(parameter, Symbols.OnlyIf))
            || parameter is { HasValueTypeConstraint: true } && parameter.ConstraintTypes.Any(static type => type.SpecialType == SpecialType.System_Enum);
        if (isImmutable)
        {
            return;
        }

        // A constraint to a type whose subtypes keep its promise is as good as the promise.
        bool isShareable = KnownSymbols.Has(parameter, Symbols.Shareable);
        ITypeSymbol? best = parameter
            .ConstraintTypes.Where(constraint => constraint is ITypeParameterSymbol || PromiseOfConstraint(constraint) > Promise.ExactlyImmutable)
            .OrderByDescending(PromiseOfConstraint)
            .FirstOrDefault();
        if (best is not null && (!isShareable || PromiseOfConstraint(best) == Promise.Immutable))
        {
            node.AtMost(nodeOf(node.Query with { Type = best, IsExact = false }));
        }
        else
        {
            node.AtMost(isShareable ? Kind.Sync : Kind.Ref, Cause.TypeParameter);
        }
    }

    private Promise PromiseOfConstraint(ITypeSymbol constraint) => constraint is INamedTypeSymbol type ? PromiseOf(type) : Promise.None;

    private void ExpandNamed(Node node, INamedTypeSymbol type, Func<Query, Node> nodeOf)
    {
        if (type.IsTupleType)
        {
            foreach (IFieldSymbol element in type.TupleElements)
            {
                node.AtMost(nodeOf(node.Query with { Type = element.Type, IsExact = false }));
            }

            return;
        }

        if (Cause.None != OfBuiltIn(node, type) || type.TypeKind == TypeKind.Enum || IsPrimitive(type.SpecialType))
        {
            return;
        }

        if (DepthOf(type) > DeepestArguments)
        {
            node.AtMost(Kind.Ref, Cause.TooDeep);
        }
        else if (type.IsAnonymousType)
        {
            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
            {
                node.AtMost(nodeOf(node.Query with { Type = property.Type, IsExact = false }), property);
            }
        }
        else if (!ExpandPromised(node, type, nodeOf))
        {
            if (Same(type.ContainingAssembly, Symbols.Compilation.Assembly))
            {
                ExpandSource(node, type, nodeOf);
            }
            else
            {
                ExpandListed(node, type, nodeOf);
            }
        }
    }

    private static Cause OfBuiltIn(Node node, INamedTypeSymbol type)
    {
        Cause cause = type switch
        {
            { SpecialType: SpecialType.System_Object } => node.Query.IsExact ? Cause.None : Cause.Opaque,
            { SpecialType: SpecialType.System_ValueType or SpecialType.System_Enum } => Cause.Opaque,
            { SpecialType: SpecialType.System_Array } => Cause.Array,
            { SpecialType: SpecialType.System_Delegate or SpecialType.System_MulticastDelegate } or { TypeKind: TypeKind.Delegate } => Cause.Delegate,
            { IsRefLikeType: true } => Cause.RefLike,
            _ => Cause.None,
        };
        if (cause != Cause.None)
        {
            node.AtMost(Kind.Ref, cause);
        }

        return cause;
    }

    private static bool IsPrimitive(SpecialType type) =>
        type is >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr or SpecialType.System_DateTime or SpecialType.System_Object;

    private bool ExpandPromised(Node node, INamedTypeSymbol type, Func<Query, Node> nodeOf)
    {
        Promise promise = PromiseOf(type);
        switch (promise)
        {
            case Promise.Immutable:
                return true;
            case Promise.ThreadSafe:
                node.AtMost(Kind.Sync, Cause.ThreadSafe);
                return true;
            case Promise.ExactlyImmutable:
                if (!node.Query.IsExact && !type.IsSealed)
                {
                    node.AtMost(Kind.Ref, Cause.Unsealed);
                }

                return true;
            case Promise.ConditionallyImmutable when OwnPromise(type) == promise:
                ExpandConditional(node, type, nodeOf);
                return true;
            case Promise.ConditionallyImmutable:
                foreach (INamedTypeSymbol above in Above(type).Where(above => OwnPromise(above) == Promise.ConditionallyImmutable))
                {
                    node.AtMost(nodeOf(node.Query with { Type = above, IsExact = false }));
                }

                return true;
            default:
                return false;
        }
    }

    private void ExpandConditional(Node node, INamedTypeSymbol type, Func<Query, Node> nodeOf)
    {
        foreach (ITypeSymbol argument in ConditionsOf(type))
        {
            node.AtMost(nodeOf(node.Query with { Type = argument, IsExact = false }));
        }
    }

    private void ExpandListed(Node node, INamedTypeSymbol type, Func<Query, Node> nodeOf)
    {
        string name = Names.Metadata(type);
        KindEntry? entry = SummaryOf(type.ContainingAssembly)?.Type(name) ?? list.Type(name);
        if (entry is null)
        {
            node.AtMost(Kind.Ref, type.TypeKind == TypeKind.Interface ? Cause.Interface : Cause.NotListed);
            return;
        }

        if (entry.Exact && !node.Query.IsExact && !type.IsSealed)
        {
            // Who only uses the class cannot seal it.
            node.AtMost(Kind.Ref, Cause.Unproven);
            return;
        }

        node.AtMost(entry.Kind, entry.Kind == Kind.Ref ? Cause.ListedMutable : Cause.ThreadSafe);
        List<ITypeSymbol> arguments = ArgumentsOf(type);
        foreach (int index in entry.Arguments)
        {
            if (index < arguments.Count)
            {
                node.AtMost(nodeOf(node.Query with { Type = arguments[index], IsExact = false }));
            }
        }
    }

    /// <summary>The type arguments from the outermost type inwards, as the lists count them.</summary>
    private static List<ITypeSymbol> ArgumentsOf(INamedTypeSymbol type)
    {
        List<ITypeSymbol> arguments = type.ContainingType is { } outer ? ArgumentsOf(outer) : [];
        arguments.AddRange(type.TypeArguments);
        return arguments;
    }

    private void ExpandSource(Node node, INamedTypeSymbol type, Func<Query, Node> nodeOf)
    {
        if (IsTrusted(type))
        {
            node.AtMost(Kind.Sync, Cause.ThreadSafe);
            ExpandFields(node, type, nodeOf, static field => !IsGenerated(field));
            return;
        }

        Cause cause = type switch
        {
            { TypeKind: TypeKind.Interface } => Cause.Interface,
            _ when IsPublic(type) => Cause.NotMarked,
            { TypeKind: TypeKind.Class, IsSealed: false } when !node.Query.IsExact => Cause.Unsealed,
            _ => Cause.None,
        };
        if (cause != Cause.None)
        {
            node.AtMost(Kind.Ref, cause);
            return;
        }

        ExpandMembers(node, type, nodeOf);
    }

    /// <summary>What a trusted source generator wrote, as a context of System.Text.Json, is thread-safe; what users add to it in files of their own is judged.</summary>
    private bool IsTrusted(INamedTypeSymbol type) =>
        KnownSymbols.Find(type.OriginalDefinition, Symbols.GeneratedCode)?.ConstructorArguments is [{ Value: string tool }, ..] && TrustsGenerator(tool);

    private static bool IsGenerated(ISymbol member) =>
        ((member as IFieldSymbol)?.AssociatedSymbol ?? member).DeclaringSyntaxReferences.All(static reference =>
            reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Whether code outside the assembly can name the type: protected members of a public type are seen there too.</summary>
    internal static bool IsPublic(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            if (level.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static int DepthOf(ITypeSymbol type)
    {
        int depth = 0;
        if (type is INamedTypeSymbol named)
        {
            foreach (ITypeSymbol argument in named.TypeArguments)
            {
                depth = Math.Max(depth, 1 + DepthOf(argument));
            }
        }

        return depth;
    }

    private KindList? SummaryOf(IAssemblySymbol assembly) =>
        summaries.GetOrAdd(
            assembly,
            assembly =>
                KnownSymbols.Find(assembly, Symbols.TroopKinds)?.ConstructorArguments is [{ Value: string text }] ? KindList.Parse(text, assembly.Name) : null
        );
}
