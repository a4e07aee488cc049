using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>TROOP022: what belongs to a kernel thread or flows with an execution context is no thread's of Troops.</summary>
internal sealed class ThreadAffineRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [StaticsDescriptors.ThreadAffine];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnMembers((symbol, members) => CheckType(context, symbol, members));
        context.Looks.OnUse(
            member => IsThreadAffine(context, member.ContainingType),
            operation => CheckCreation(context, operation),
            OperationKind.ObjectCreation
        );
    }

    /// <summary>A <c>ThreadLocal</c> or an <c>AsyncLocal</c>, whatever it holds.</summary>
    internal static bool IsThreadAffine(RuleContext context, ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } named
        && (
            SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, context.Symbols.ThreadLocal)
            || SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, context.Symbols.AsyncLocal)
        );

    private static void CheckType(RuleContext context, SymbolAnalysisContext action, ImmutableArray<ISymbol> members)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return;
        }

        if (type.BaseType is { } @base && IsThreadAffine(context, @base))
        {
            Check(context, action.ReportDiagnostic, type, LocationOf(type), @base);
        }

        foreach (ISymbol member in members)
        {
            if (member is not IFieldSymbol { IsConst: false } field)
            {
                continue;
            }

            if (field.IsStatic && KnownSymbols.Has(field, context.Symbols.ThreadStatic) && CodeScope.Covers(context, field, action.CancellationToken))
            {
                context.Report(
                    action.ReportDiagnostic,
                    StaticsDescriptors.ThreadAffine,
                    field,
                    LocationOf(field),
                    related: null,
                    Names.Of(field),
                    "a [ThreadStatic] field belongs to a kernel thread, and threads of Troops move from one to another",
                    Names.Of(field.Type)
                );
            }
            else if (IsThreadAffine(context, field.Type))
            {
                Check(context, action.ReportDiagnostic, field, LocationOf(field), field.Type);
            }
        }
    }

    private static Location? LocationOf(ISymbol member) => ((member as IFieldSymbol)?.AssociatedSymbol ?? member).Locations.FirstOrDefault();

    private static void CheckCreation(RuleContext context, OperationAnalysisContext action)
    {
        IOperation creation = action.Operation;
        if (creation.Type is { } type && IsThreadAffine(context, type) && !IsDeclared(context, OperationTree.UserOf(creation, out _)))
        {
            Check(context, action.ReportDiagnostic, action.ContainingSymbol, creation.Syntax.GetLocation(), type);
        }
    }

    /// <summary>Whether it goes into a field or property that is reported itself.</summary>
    private static bool IsDeclared(RuleContext context, IOperation? user) =>
        user switch
        {
            IFieldInitializerOperation { InitializedFields: [var field, ..] } => IsThreadAffine(context, field.Type),
            IPropertyInitializerOperation { InitializedProperties: [var property, ..] } => IsThreadAffine(context, property.Type),
            IAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Type: { } type } member } =>
                SymbolEqualityComparer.Default.Equals(member.Member.ContainingAssembly, context.Symbols.Compilation.Assembly) && IsThreadAffine(context, type),
            _ => false,
        };

    private static void Check(RuleContext context, Action<Diagnostic> sink, ISymbol member, Location? location, ITypeSymbol type)
    {
        ITypeSymbol held = ((INamedTypeSymbol)type).TypeArguments[0];
        Verdict verdict = context.Kinds.Total(held);
        if (verdict.IsShareable || !CodeScope.Covers(context, member))
        {
            return;
        }

        bool isAsync = SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, context.Symbols.AsyncLocal);
        context.Report(
            sink,
            StaticsDescriptors.ThreadAffine,
            member,
            location,
            verdict.Locations(),
            Path(member, type, verdict),
            isAsync ? "its value flows to everything that is started" : "it belongs to a kernel thread, and threads of Troops move from one to another",
            Names.Of(held)
        );
    }

    private static string Path(ISymbol member, ITypeSymbol type, Verdict verdict)
    {
        string path = $"{Names.Of(type)} -> {verdict.Explain()}";
        return member is IFieldSymbol ? $"{Names.Of(member)} -> {path}" : path;
    }
}
