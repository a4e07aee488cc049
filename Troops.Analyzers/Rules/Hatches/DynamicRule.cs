using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP062: once at the declaration or cast that makes something dynamic; at what is done with it where none is in source.</summary>
/// <remarks>
/// Who declares something dynamic says so, if not by the word then by a <c>using</c> alias. A <c>var</c> is made dynamic by what it is made from: that says so itself, or it is a
/// member of a library or of a type with a dynamic argument.
/// </remarks>
internal sealed class DynamicRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.Dynamic];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnWord("dynamic", (action, word) => CheckWord(context, action, word, isAlias: false));
        context.Looks.OnUse(MayGive, operation => CheckInferred(context, operation), OperationKind.Invocation, OperationKind.PropertyReference);
        context.Looks.OnOperation(operation => CheckInferred(context, operation), OperationKind.FieldReference, OperationKind.Await);
        context.Looks.OnOperation(operation => CheckLoop(context, operation), OperationKind.Loop);
        context.Looks.OnOperation(
            operation => CheckUse(context, operation),
            OperationKind.DynamicInvocation,
            OperationKind.DynamicMemberReference,
            OperationKind.DynamicIndexerAccess,
            OperationKind.DynamicObjectCreation
        );
    }

    private static void CheckWord(RuleContext context, SemanticModelAnalysisContext action, SyntaxToken word, bool isAlias)
    {
        if (word.Parent is not IdentifierNameSyntax name)
        {
            return;
        }

        SemanticModel model = action.SemanticModel;
        CancellationToken cancellation = action.CancellationToken;
        TypeSyntax type = Whole(name);
        switch (type.Parent)
        {
            case ExpressionSyntax made when DynamicOrigin.IsSaidBy(made):
                if (DynamicOrigin.IsDynamic(model.GetTypeInfo(made, cancellation).Type) && model.GetEnclosingSymbol(made.SpanStart, cancellation) is { } around)
                {
                    Report(context, action.ReportDiagnostic, around, made.GetLocation(), Line(made), cancellation);
                }

                break;
            case UsingDirectiveSyntax { Alias.Name.Identifier: var alias } directive when DynamicOrigin.IsDynamic(model.GetTypeInfo(type, cancellation).Type):
                CheckAlias(context, action, directive, alias, isAlias);
                break;
            default:
                foreach (SyntaxNode declaration in DeclaredWith(type))
                {
                    CheckDeclared(context, action, model.GetDeclaredSymbol(declaration, cancellation));
                }

                break;
        }
    }

    /// <summary>In its file the alias is as good as the word. One for all files is reported itself, for it is in none of those where somebody uses it; so is one of an alias, which may even have the same name.</summary>
    private static void CheckAlias(RuleContext context, SemanticModelAnalysisContext action, UsingDirectiveSyntax directive, SyntaxToken alias, bool isOfAlias)
    {
        if (isOfAlias || directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
        {
            Report(context, action.ReportDiagnostic, action.SemanticModel.Compilation.Assembly, alias.GetLocation(), alias.ValueText, action.CancellationToken);
            return;
        }

        foreach (SyntaxToken used in new FileText(action.SemanticModel.SyntaxTree, action.CancellationToken).Identifiers(alias.ValueText))
        {
            if (used != alias)
            {
                CheckWord(context, action, used, isAlias: true);
            }
        }
    }

    /// <summary>What is declared with the type: variables, members, parameters.</summary>
    private static IEnumerable<SyntaxNode> DeclaredWith(TypeSyntax type) =>
        type.Parent switch
        {
            VariableDeclarationSyntax declaration when declaration.Type == type => declaration.Variables,
            BasePropertyDeclarationSyntax property when property.Type == type => [property],
            MethodDeclarationSyntax method when method.ReturnType == type => [method],
            OperatorDeclarationSyntax @operator when @operator.ReturnType == type => [@operator],
            DelegateDeclarationSyntax @delegate when @delegate.ReturnType == type => [@delegate],
            ParameterSyntax parameter when parameter.Type == type => [parameter],
            _ => [],
        };

    private static void CheckDeclared(RuleContext context, SemanticModelAnalysisContext action, ISymbol? declared)
    {
        // Where both parts of a member say it, the one that everybody sees is reported.
        if (
            declared is not null
            && DynamicOrigin.IsDynamic(DynamicOrigin.TypeOf(declared))
            && !(DefinitionOf(declared) is { } definition && DynamicOrigin.IsDynamic(DynamicOrigin.TypeOf(definition)))
        )
        {
            Report(context, action.ReportDiagnostic, declared, declared.Locations.FirstOrDefault(), NameOf(declared), action.CancellationToken);
        }
    }

    /// <summary>The other part of what is partial, if this one implements it.</summary>
    private static ISymbol? DefinitionOf(ISymbol declared) =>
        declared switch
        {
            IMethodSymbol method => method.PartialDefinitionPart,
            IPropertySymbol property => property.PartialDefinitionPart,
            IParameterSymbol { ContainingSymbol: IMethodSymbol { PartialDefinitionPart: { } method } } parameter => method.Parameters[parameter.Ordinal],
            IParameterSymbol { ContainingSymbol: IPropertySymbol { PartialDefinitionPart: { } indexer } } parameter => indexer.Parameters[parameter.Ordinal],
            _ => null,
        };

    private static string NameOf(ISymbol declared) =>
        declared is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } ? Names.Of(declared) : declared.Name;

    /// <summary>Whether what the member gives may be dynamic although nobody says so where it is used.</summary>
    private static bool MayGive(ISymbol member) =>
        (member is IPropertySymbol property ? property.Type : (member as IMethodSymbol)?.ReturnType) switch
        {
            IArrayTypeSymbol array => array.ElementType.TypeKind is TypeKind.Dynamic or TypeKind.TypeParameter,
            { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter } => true,
            _ => false,
        };

    /// <summary>
    /// A <c>var</c> that is dynamic because of the member, or else what an operator or a conversion makes of it: at the first member that is named in it, so that it is reported once.
    /// </summary>
    private static void CheckInferred(RuleContext context, OperationAnalysisContext action)
    {
        if (!DynamicOrigin.IsUntold(action.Operation))
        {
            return;
        }

        if (
            Variable(action.Operation) is { } variable
            && DynamicOrigin.IsDynamic(variable.Symbol.Type)
            && variable.Syntax is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } }
            && variable.GetVariableInitializer() is { } initializer
        )
        {
            if (initializer.Descendants().FirstOrDefault(DynamicOrigin.IsUntold) == action.Operation)
            {
                ReportLocal(context, action, variable.Symbol);
            }
        }
        else if (
            DynamicOrigin.MadeOf(action.Operation) is { } made
            && (made == action.Operation || made.Descendants().FirstOrDefault(DynamicOrigin.IsUntold) == action.Operation)
            && !made.Descendants().Any(DynamicOrigin.IsTold)
        )
        {
            Report(context, action.ReportDiagnostic, action.ContainingSymbol, made.Syntax.GetLocation(), Line(made.Syntax), action.CancellationToken);
        }
    }

    /// <summary>The variable that the value of the operation, or what is made of it, goes into.</summary>
    private static IVariableDeclaratorOperation? Variable(IOperation operation)
    {
        IOperation? above = operation.Parent;
        while (above is not (null or IVariableDeclaratorOperation or IBlockOperation))
        {
            above = above.Parent;
        }

        return above as IVariableDeclaratorOperation;
    }

    private static void CheckLoop(RuleContext context, OperationAnalysisContext action)
    {
        if (
            action.Operation
                is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var local }, Collection: var collection } loop
            && DynamicOrigin.IsDynamic(local.Type)
            && !(loop.Syntax is ForEachStatementSyntax { Type.IsVar: true } && DynamicOrigin.IsTold(DynamicOrigin.Written(collection)))
        )
        {
            ReportLocal(context, action, local);
        }
    }

    private static void CheckUse(RuleContext context, OperationAnalysisContext action)
    {
        IOperation operation = action.Operation;
        bool isPart = operation.Parent is IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation;
        if (!isPart && !operation.Descendants().Any(static part => DynamicOrigin.IsTold(part) || DynamicOrigin.IsOfToldLoop(part)))
        {
            Report(context, action.ReportDiagnostic, action.ContainingSymbol, operation.Syntax.GetLocation(), Line(operation.Syntax), action.CancellationToken);
        }
    }

    /// <summary>The type that is written with the name: an array, a reference or what may be null of it.</summary>
    private static TypeSyntax Whole(TypeSyntax type)
    {
        while (type.Parent is ArrayTypeSyntax or NullableTypeSyntax or RefTypeSyntax or ScopedTypeSyntax)
        {
            type = (TypeSyntax)type.Parent;
        }

        return type;
    }

    private static string Line(SyntaxNode syntax) => syntax.ToString().Split('\n')[0].Trim();

    private static void ReportLocal(RuleContext context, OperationAnalysisContext action, ILocalSymbol local) =>
        Report(context, action.ReportDiagnostic, action.ContainingSymbol, local.Locations.FirstOrDefault(), local.Name, action.CancellationToken);

    private static void Report(RuleContext context, Action<Diagnostic> sink, ISymbol member, Location? place, string what, CancellationToken cancellation)
    {
        if (!CodeScope.IsGenerated(member) && CodeScope.Covers(context, member, cancellation))
        {
            context.Report(sink, HatchDescriptors.Dynamic, member, place, related: null, what);
        }
    }
}
