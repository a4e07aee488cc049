using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP062: once at the declaration or cast that says <c>dynamic</c>; at what is done with it where none in source does.</summary>
internal sealed class DynamicRule : Rule
{
    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [HatchDescriptors.Dynamic];

    internal override void Register(RuleContext context)
    {
        context.Looks.OnWord("dynamic", (action, word) => CheckWord(context, action, word));
        context.Looks.OnOperation(
            operation => CheckUse(context, operation),
            OperationKind.DynamicInvocation,
            OperationKind.DynamicMemberReference,
            OperationKind.DynamicIndexerAccess,
            OperationKind.DynamicObjectCreation
        );
    }

    private static void CheckWord(RuleContext context, SemanticModelAnalysisContext action, SyntaxToken word)
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
            case CastExpressionSyntax cast when cast.Type == name:
                if (
                    model.GetTypeInfo(cast, cancellation).Type is { TypeKind: TypeKind.Dynamic }
                    && model.GetEnclosingSymbol(cast.SpanStart, cancellation) is { } around
                )
                {
                    Report(context, action.ReportDiagnostic, around, cast.GetLocation(), Line(cast), cancellation);
                }

                break;
            case VariableDeclarationSyntax declaration when declaration.Type == type:
                foreach (VariableDeclaratorSyntax variable in declaration.Variables)
                {
                    CheckDeclared(context, action, model.GetDeclaredSymbol(variable, cancellation));
                }

                break;
            case ForEachStatementSyntax loop when loop.Type == type:
                CheckDeclared(context, action, model.GetDeclaredSymbol(loop, cancellation));
                break;
            case BasePropertyDeclarationSyntax property when property.Type == type:
                CheckDeclared(context, action, model.GetDeclaredSymbol(property, cancellation));
                break;
            case MethodDeclarationSyntax method when method.ReturnType == type:
                CheckDeclared(context, action, model.GetDeclaredSymbol(method, cancellation));
                break;
            case OperatorDeclarationSyntax @operator when @operator.ReturnType == type:
                CheckDeclared(context, action, model.GetDeclaredSymbol(@operator, cancellation));
                break;
            case ParameterSyntax parameter when parameter.Type == type:
                CheckDeclared(context, action, model.GetDeclaredSymbol(parameter, cancellation));
                break;
            // Who declares something by that name does not say the word.
            case UsingDirectiveSyntax when IsDynamic(model.GetTypeInfo(type, cancellation).Type):
                Report(context, action.ReportDiagnostic, model.Compilation.Assembly, type.GetLocation(), type.ToString(), cancellation);
                break;
            default:
                break;
        }
    }

    private static void CheckDeclared(RuleContext context, SemanticModelAnalysisContext action, ISymbol? declared)
    {
        ITypeSymbol? type = declared switch
        {
            ILocalSymbol local => local.Type,
            IFieldSymbol field => field.Type,
            // The other part says it too.
            IPropertySymbol { PartialDefinitionPart: null } property => property.Type,
            IMethodSymbol { PartialDefinitionPart: null } method => method.ReturnType,
            IParameterSymbol { ContainingSymbol: not IMethodSymbol { PartialDefinitionPart: not null } } parameter when IsOfMember(parameter) => parameter.Type,
            _ => null,
        };
        if (declared is not null && IsDynamic(type))
        {
            Report(context, action.ReportDiagnostic, declared, declared.Locations.FirstOrDefault(), declared.Name, action.CancellationToken);
        }
    }

    private static void CheckUse(RuleContext context, OperationAnalysisContext action)
    {
        IOperation operation = action.Operation;
        bool isPart = operation.Parent is IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation;
        if (!isPart && operation.SemanticModel is { } model && !new Origins(model, action.CancellationToken).AreReported(operation))
        {
            Report(context, action.ReportDiagnostic, action.ContainingSymbol, operation.Syntax.GetLocation(), Line(operation.Syntax), action.CancellationToken);
        }
    }

    /// <summary>Those of lambdas and local functions are no declarations of their own.</summary>
    private static bool IsOfMember(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };

    private static bool IsDynamic(ITypeSymbol? type) => type is { TypeKind: TypeKind.Dynamic } or IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Dynamic };

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

    private static void Report(RuleContext context, Action<Diagnostic> sink, ISymbol member, Location? place, string what, CancellationToken cancellation)
    {
        if (!CodeScope.IsGenerated(member) && CodeScope.Covers(context, member, cancellation))
        {
            context.Report(sink, HatchDescriptors.Dynamic, member, place, related: null, what);
        }
    }

    /// <summary>Where what is dynamic in an operation comes from.</summary>
    private sealed class Origins(SemanticModel model, CancellationToken cancellation)
    {
        /// <summary>Each is asked once, however often it is named.</summary>
        private readonly HashSet<SyntaxNode> locals = [];

        /// <summary>Whether something in it is dynamic because of a declaration or cast that says so itself.</summary>
        internal bool AreReported(IOperation operation) =>
            operation.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation local ? IsReported(local) : IsDynamic(part.Type) && IsReported(part));

        /// <remarks>What a <c>var</c> is made from decides for it.</remarks>
        private bool IsReported(ILocalReferenceOperation reference) =>
            reference.Local.DeclaringSyntaxReferences is [var declared, ..]
            && declared.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true }, Initializer.Value: var value } local => IsDynamic(
                    reference.Type
                )
                    && locals.Add(local)
                    && model.GetOperation(value, cancellation) is { } source
                    && AreReported(source),
                // The variable is an object in the compiler's eyes where nullable types are on.
                ForEachStatementSyntax { Type.IsVar: true } loop => locals.Add(loop)
                    && Around(reference, loop) is { Collection: var collection }
                    && AreReported(collection),
                VariableDeclaratorSyntax or ForEachStatementSyntax => IsDynamic(reference.Type),
                _ => false,
            };

        private static bool IsReported(IOperation operation) =>
            operation switch
            {
                IParameterReferenceOperation { Parameter: var parameter } => IsOfMember(parameter),
                IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => reference.Member.Locations.Any(static place =>
                    place.IsInSource
                ),
                IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.LocalFunction } method } => IsDynamic(method.OriginalDefinition.ReturnType)
                    && method.Locations.Any(static place => place.IsInSource),
                IConversionOperation { Syntax: CastExpressionSyntax } => true,
                _ => false,
            };

        private static IForEachLoopOperation? Around(IOperation operation, ForEachStatementSyntax loop)
        {
            IOperation? above = operation.Parent;
            while (above is not null && above.Syntax != loop)
            {
                above = above.Parent;
            }

            return above as IForEachLoopOperation;
        }
    }
}
