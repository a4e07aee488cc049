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
            case IEventSymbol @event when HasStorage(@event):
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

    /// <summary>Whether a variable of this type may hold what is shareable although the type is not: that is for each write to say. An array may have no elements.</summary>
    internal bool IsOpen(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol => true,
            _ when HoldsWhatIsWritten(type) => true,
            // As for values, but what is thread-safe will do.
            INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: false } named => Exact(named).IsShareable
                || (!Same(named.ContainingAssembly, Symbols.Compilation.Assembly) && listedShareables.Value.Contains(Names.Metadata(named))),
            _ => false,
        };

    private (FlawKind Flaw, Cause Cause)? StaticChanges(IFieldSymbol field) =>
        field switch
        {
            { AssociatedSymbol: IPropertySymbol property } => Changes(property),
            { IsReadOnly: false } => (FlawKind.Assignable, Cause.AssignableField),
            _ => null,
        };
}
