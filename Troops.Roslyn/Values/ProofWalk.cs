using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Values;

/// <summary>One question to <see cref="ValueProof"/>, and the steps that it may take.</summary>
internal sealed partial class ProofWalk(Kinds kinds, KeptComparers comparers, Func<IOperation, BodyFacts> factsOf, bool isInside)
{
    /// <summary>Locals that name locals can make a tree of a few lines exponential, so it is the steps that are counted.</summary>
    private const int MostSteps = 512;

    private const int Deepest = 128;

    private int steps;
    private int depth;

    internal Verdict Of(IOperation? value)
    {
        if (value is null || value.ConstantValue.HasValue)
        {
            return Verdict.Immutable(value?.Type);
        }

        if (++steps > MostSteps || depth == Deepest)
        {
            return Declared(value.Type);
        }

        depth++;
        Verdict verdict = Prove(value);
        depth--;
        return verdict;
    }

    private Verdict Prove(IOperation value) =>
        OfTable(value)
        ?? value switch
        {
            IInvalidOperation => Verdict.Unknown(value.Type),
            IThrowOperation => Verdict.Immutable(value.Type),
            IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
            IConversionOperation conversion => OfConversion(conversion),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => Worst(Of(conditional.WhenTrue), Of(otherwise)),
            ICoalesceOperation coalesce => OfCoalesce(coalesce),
            IConditionalAccessOperation { Type.IsReferenceType: true } access => Of(access.WhenNotNull),
            ISwitchExpressionOperation choice => choice.Arms.Aggregate(Verdict.Immutable(value.Type), (worst, arm) => Worst(worst, Of(arm.Value))),
            ISimpleAssignmentOperation assignment => Of(assignment.Value),
            ICoalesceAssignmentOperation assignment => Worst(Of(assignment.Target), Of(assignment.Value)),
            IDefaultValueOperation => value.Type is { IsReferenceType: true } ? Verdict.Immutable(value.Type) : Declared(value.Type),
            IObjectCreationOperation { Type: INamedTypeSymbol once } creation when kinds.IsOnce(once) => OfOnce(creation, once),
            IObjectCreationOperation { Type: { } type } => Exactly(type),
            IAnonymousObjectCreationOperation anonymous => Each(
                anonymous.Type,
                anonymous.Initializers.OfType<ISimpleAssignmentOperation>().Select(static member => member.Value)
            ),
            ITupleOperation tuple => Each(tuple.Type, tuple.Elements),
            IWithOperation with => OfCopy(with),
            IArrayCreationOperation array => OfArray(array),
            ICollectionExpressionOperation collection => OfCollection(collection),
            IDelegateCreationOperation creation => OfDelegate(creation.Target, creation.Type),
            IAnonymousFunctionOperation or IMethodReferenceOperation => OfDelegate(value, value.Type),
            IBinaryOperation { Type.TypeKind: TypeKind.Delegate, OperatorMethod: null } combined => Worst(Of(combined.LeftOperand), Of(combined.RightOperand)),
            ILocalReferenceOperation local => OfLocal(local),
            IFieldReferenceOperation field => OfField(field),
            IPropertyReferenceOperation property => OfProperty(property),
            IInvocationOperation invocation => OfInvocation(invocation),
            IParameterReferenceOperation parameter => Declared(value.Type, parameter.Parameter),
            _ => Declared(value.Type),
        };

    /// <summary>What the static type says.</summary>
    private Verdict Declared(ITypeSymbol? type, ISymbol? member = null)
    {
        if (type is null)
        {
            return Verdict.Immutable(type);
        }

        return type.TypeKind == TypeKind.Delegate ? Verdict.Because(Kind.Ref, type, Cause.DelegateUnproven, member)
            : isInside ? kinds.Inside(type)
            : kinds.Total(type);
    }

    private Verdict Exactly(ITypeSymbol type) => isInside ? kinds.ExactInside(type) : kinds.Exact(type);

    private static Verdict Worst(Verdict left, Verdict right) => right.Kind < left.Kind ? right : left;

    private static Verdict Best(Verdict left, Verdict right) => right.Kind > left.Kind ? right : left;

    /// <summary>Something that is what its parts are.</summary>
    private Verdict Each(ITypeSymbol? type, IEnumerable<IOperation> parts) => parts.Aggregate(Verdict.Immutable(type), (worst, part) => Worst(worst, Of(part)));

    private Verdict OfConversion(IConversionOperation conversion)
    {
        IOperation operand = conversion.Operand;
        Conversion how = conversion.GetConversion();
        if (!how.Exists || operand is IInvalidOperation || operand.Type is IErrorTypeSymbol)
        {
            return Verdict.Unknown(conversion.Type);
        }

        if (how.IsUserDefined || how.IsInterpolatedString || how.IsInterpolatedStringHandler || conversion.Type is null)
        {
            return Declared(conversion.Type);
        }

        if (how.IsBoxing)
        {
            return OfBox(operand);
        }

        bool isSameValue =
            how.IsIdentity
            || how.IsReference
            || how.IsNullLiteral
            || how.IsDefaultLiteral
            || how.IsTupleLiteralConversion
            || how.IsConditionalExpression
            || how.IsSwitchExpression
            || how.IsCollectionExpression
            || how.IsThrow
            || how.IsObjectCreation
            || operand.Type is null;
        // A cast to a better type is a proof by itself: it throws where the value is not of that type.
        return isSameValue ? Best(Of(operand), Declared(conversion.Type)) : Declared(conversion.Type);
    }

    /// <summary>A box is an object of exactly the struct's type, which its interfaces may change.</summary>
    private Verdict OfBox(IOperation operand)
    {
        if (operand is ITupleOperation or IParenthesizedOperation { Operand: ITupleOperation })
        {
            return Of(operand);
        }

        return operand.Type is { } type ? Exactly(NonNull(type)) : Verdict.Unknown(operand.Type);
    }

    private static ITypeSymbol NonNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    private Verdict OfCoalesce(ICoalesceOperation coalesce)
    {
        if (coalesce.ValueConversion.IsUserDefined)
        {
            return Declared(coalesce.Type);
        }

        // The left value is converted without an operation of its own.
        Verdict left = coalesce.Value.Type is { IsValueType: true } && coalesce.Type is { IsReferenceType: true } ? OfBox(coalesce.Value) : Of(coalesce.Value);
        return Worst(left, Of(coalesce.WhenNull));
    }

    private Verdict OfCopy(IWithOperation with)
    {
        if (with.Type is { IsAnonymousType: true })
        {
            return Worst(
                Of(with.Operand),
                Each(with.Type, with.Initializer.Initializers.OfType<ISimpleAssignmentOperation>().Select(static member => member.Value))
            );
        }

        // A copy is of the same class as the original, and what `with` writes to a type that promises is judged where it is written.
        return with.Type is { IsReferenceType: true } ? Best(Of(with.Operand), Declared(with.Type)) : Declared(with.Type);
    }
}
