using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>TROOP020: static storage is readonly and shareable. Where the type of the storage leaves it open, each write is judged by what it writes.</summary>
internal sealed class MutableStaticRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [StaticsDescriptors.MutableStatic];

    internal override void Register(RuleContext context)
    {
        ValueProof proof = new(context.Kinds);
        context.Looks.OnMembers((symbol, members) => CheckType(context, symbol, members));
        context.Looks.OnOperation(operation => CheckInitializer(context, proof, operation), OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
        context.Start.RegisterOperationBlockAction(block => CheckConstructor(context, proof, block));
    }

    private static void CheckType(RuleContext context, SymbolAnalysisContext action, ImmutableArray<ISymbol> members)
    {
        if (((INamedTypeSymbol)action.Symbol).TypeKind is TypeKind.Enum or TypeKind.Delegate)
        {
            return;
        }

        foreach (ISymbol member in members)
        {
            if (!member.IsStatic || member.Kind is not (SymbolKind.Field or SymbolKind.Event) || context.Kinds.FlawOfStatic(member) is not { } flaw)
            {
                continue;
            }

            IFieldSymbol? field = member as IFieldSymbol;
            bool isOthers =
                field is not null
                && (
                    KnownSymbols.Has(field, context.Symbols.ThreadStatic)
                    || (flaw.Kind == FlawKind.FieldType && (context.Kinds.IsOpen(field.Type) || ThreadAffineRule.IsThreadAffine(context, field.Type)))
                );
            if (!isOthers && flaw.Declared.Locations is [{ IsInSource: true } location, ..] && CodeScope.Covers(context, member, action.CancellationToken))
            {
                string repair = StaticRepairs.Of(context, flaw);
                context.Report(action.ReportDiagnostic, StaticsDescriptors.MutableStatic, member, location, flaw.Verdict.Locations(), flaw.Path, repair);
            }
        }
    }

    private static void CheckInitializer(RuleContext context, ValueProof proof, OperationAnalysisContext action)
    {
        if (action.Operation is IFieldInitializerOperation { InitializedFields: [{ IsStatic: true, IsConst: false } field] } ofField)
        {
            CheckWrite(context, proof, action.ReportDiagnostic, field, ofField.Value, ofField.Value.Syntax);
        }
        else if (action.Operation is IPropertyInitializerOperation { InitializedProperties: [{ IsStatic: true } property] } ofProperty)
        {
            CheckWrite(context, proof, action.ReportDiagnostic, property, ofProperty.Value, ofProperty.Value.Syntax);
        }
    }

    private static void CheckConstructor(RuleContext context, ValueProof proof, OperationBlockAnalysisContext action)
    {
        if (action.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.StaticConstructor } constructor)
        {
            return;
        }

        foreach (StaticWrite write in StaticWrite.In(constructor.ContainingType, action.OperationBlocks))
        {
            CheckWrite(context, proof, action.ReportDiagnostic, write.Member, write.Value, write.Value?.Syntax ?? write.Target.Syntax);
        }
    }

    /// <param name="context">The compilation's.</param>
    /// <param name="proof">The compilation's.</param>
    /// <param name="sink">The action's.</param>
    /// <param name="member">The field or property.</param>
    /// <param name="value">Null where it cannot be seen what is written.</param>
    /// <param name="syntax">Of the value.</param>
    private static void CheckWrite(RuleContext context, ValueProof proof, Action<Diagnostic> sink, ISymbol member, IOperation? value, SyntaxNode syntax)
    {
        ITypeSymbol type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        if (context.Kinds.Total(type).IsShareable || !context.Kinds.IsOpen(type) || ThreadAffineRule.IsThreadAffine(context, type))
        {
            return;
        }

        ISymbol? storage =
            member is IFieldSymbol
                ? member
                : member
                    .ContainingType.GetMembers()
                    .FirstOrDefault(other => other is IFieldSymbol backing && SymbolEqualityComparer.Default.Equals(backing.AssociatedSymbol, member));
        if (
            storage is null
            || context.Kinds.FlawOfStatic(storage) is not { Kind: FlawKind.FieldType }
            || KnownSymbols.Has(storage, context.Symbols.ThreadStatic)
            || !CodeScope.Covers(context, member)
        )
        {
            return;
        }

        Verdict verdict = value is null ? Verdict.Because(Kind.Ref, type, Cause.Unproven) : proof.Of(value, isInside: false);
        if (!verdict.IsShareable)
        {
            // An array cannot be proved but by having no elements: it is the declaration that wants another type.
            Location? location = type is IArrayTypeSymbol ? member.Locations.FirstOrDefault() : syntax.GetLocation();
            context.Report(
                sink,
                StaticsDescriptors.MutableStatic,
                member,
                location,
                member.Locations.Where(static location => location.IsInSource).Concat(verdict.Locations()),
                verdict.Explain(member),
                StaticRepairs.OfValue(context, verdict, type)
            );
        }
    }
}
