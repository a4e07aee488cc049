using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Values;

// What a name refers to, where more is known of it than its type.
internal sealed partial class ProofWalk
{
    private Verdict OfLocal(ILocalReferenceOperation reference)
    {
        Verdict declared = Declared(reference.Type, reference.Local);
        if (declared.IsVal || reference.Local.RefKind != RefKind.None)
        {
            return declared;
        }

        BodyFacts facts = factsOf(reference);
        return !facts.IsAssigned(reference.Local) && facts.InitializerOf(reference.Local) is { } value ? Best(Of(value), declared) : declared;
    }

    private Verdict OfField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        Verdict declared = Declared(reference.Type, field);
        if (declared.IsVal)
        {
            return declared;
        }

        if (!field.IsStatic)
        {
            return IsProved(field, field.Type, field.ContainingType) ? Verdict.Immutable(reference.Type) : declared;
        }

        return OfListed(field, reference.Type) ?? (InitializerOf(reference) is { } value ? Best(Of(value), declared) : declared);
    }

    private Verdict OfProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        Verdict declared = Declared(reference.Type, property);
        if (declared.IsVal)
        {
            return declared;
        }

        if (property.IsStatic)
        {
            return OfListed(property, reference.Type) ?? declared;
        }

        // What an immutable collection keeps was proved when it was made.
        if (comparers.IsOne(property))
        {
            return Verdict.Immutable(reference.Type);
        }

        bool isPlain = property is { IsVirtual: false, IsAbstract: false, IsOverride: false } && Storage.IsReadPlainly(property);
        return isPlain && IsProved(property, property.Type, property.ContainingType) ? Verdict.Immutable(reference.Type) : declared;
    }

    private Verdict OfInvocation(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        Verdict declared = Declared(invocation.Type);
        if (declared.IsVal || !method.IsStatic)
        {
            return declared;
        }

        return method is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } ? Verdict.Immutable(invocation.Type)
            : OfListed(method, invocation.Type) is { } listed ? OfDelegates(invocation.Arguments, listed)
            : declared;
    }

    /// <summary>What calls the delegates that it is made with is no better than they are.</summary>
    private Verdict OfDelegates(ImmutableArray<IArgumentOperation> arguments, Verdict otherwise) =>
        arguments
            .Where(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate)
            .Aggregate(otherwise, (worst, argument) => Worst(worst, Of(argument.Value)));

    /// <summary>A value that is made at most once, by a factory that is immutable itself, is the same whoever asks first.</summary>
    private Verdict OfOnce(IObjectCreationOperation creation, INamedTypeSymbol once)
    {
        Verdict made = Declared(once.TypeArguments[0]);
        return made.IsVal && OfDelegates(creation.Arguments, Verdict.Immutable(once)).IsVal ? Verdict.Immutable(once) : Exactly(once);
    }

    private Verdict? OfListed(ISymbol member, ITypeSymbol? type) =>
        kinds.OfMember(member) switch
        {
            null => null,
            Kind.Val => Verdict.Immutable(type),
            Kind.Sync => Verdict.Because(Kind.Sync, type, Cause.ThreadSafe, member),
            _ => Verdict.Because(Kind.Ref, type, Cause.ListedMutable, member),
        };

    /// <summary>Each write to an open field of a type that promises is proved where it stands, so what is read from there is proved too.</summary>
    private bool IsProved(ISymbol member, ITypeSymbol type, INamedTypeSymbol holder) =>
        kinds.PromisesImmutability(holder) && kinds.HoldsWhatIsWritten(type) && Exactly(holder).IsVal && !kinds.IsVouchedFor(member);

    /// <summary>
    /// Of a static readonly field that the same file declares with a value, and no static constructor assigns. Not of another file's: that would take a semantic model
    /// of its own, and an editor would pay for it at every key.
    /// </summary>
    private static IOperation? InitializerOf(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field.OriginalDefinition;
        return
            field.IsReadOnly
            && field.DeclaringSyntaxReferences is [{ } declaration]
            && declaration.SyntaxTree == reference.Syntax.SyntaxTree
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer }
            && reference.SemanticModel is { } model
            && !SyntaxWrites.ToMember(field.ContainingType, field.Name)
            ? (model.GetOperation(initializer) as IFieldInitializerOperation)?.Value
            : null;
    }
}
