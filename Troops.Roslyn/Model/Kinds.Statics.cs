using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Model;

// What static storage must be: every thread reaches it, so it is readonly and holds what is shareable.
internal sealed partial class Kinds
{
    /// <summary>Why threads must not share a static field or field-like event of this compilation; null if they may. A type parameter counts as any type.</summary>
    /// <remarks>Where <see cref="IsOpen"/> holds for the type of the field, what is written to it may still be proved; ask for that at each write.</remarks>
    internal Flaw? FlawOfStatic(ISymbol member)
    {
        switch (member)
        {
            case IEventSymbol { IsAbstract: false, AddMethod.IsImplicitlyDeclared: true }:
                return new(FlawKind.Event, member, Verdict.Because(Kind.Ref, member.ContainingType, Cause.Event, member), IsAudited(member));
            case IFieldSymbol { IsConst: false } field:
                if (StaticChanges(field) is { } change)
                {
                    return new(change.Flaw, field, Verdict.Because(Kind.Ref, field.ContainingType, change.Cause, field), IsAudited(field));
                }

                return Total(field.Type) is { IsShareable: false } verdict ? new(FlawKind.FieldType, field, verdict, IsAudited(field)) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a variable of this type may hold objects of a better kind than the type itself: those of a subclass, or an array without elements.</summary>
    internal static bool IsOpen(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol or IDynamicTypeSymbol => true,
            { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum or SpecialType.System_Array } => true,
            { TypeKind: TypeKind.Interface or TypeKind.Delegate } => true,
            { TypeKind: TypeKind.Class, IsSealed: false, IsAnonymousType: false } => true,
            _ => false,
        };

    private static (FlawKind Flaw, Cause Cause)? StaticChanges(IFieldSymbol field) =>
        field switch
        {
            { AssociatedSymbol: IPropertySymbol property } => Changes(property),
            { IsReadOnly: false } => (FlawKind.Assignable, Cause.AssignableField),
            _ => null,
        };
}
