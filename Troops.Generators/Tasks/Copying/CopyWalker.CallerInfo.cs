using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Copying;

/// <content>What the compiler passes about a caller: in a copy it would be the copy's name, and the text of changed arguments. Lines and paths come right by themselves.</content>
internal sealed partial class CopyWalker
{
    private const string CompilerServices = "System.Runtime.CompilerServices";

    /// <param name="call">A call, or what is called like one.</param>
    /// <param name="arguments">Null: there is no list.</param>
    /// <param name="end">Where one would begin.</param>
    private void AddCallerInfo(SyntaxNode call, BaseArgumentListSyntax? arguments, int? end = null)
    {
        if (
            (arguments is null && end is null)
            || model.GetSymbolInfo(call, cancellation).Symbol is not { } symbol
            || ParametersOf(symbol) is not { IsEmpty: false } parameters
            || !parameters.Any(static parameter => parameter.IsOptional && (Asks(parameter, "CallerMemberName") || Asks(parameter, "CallerArgumentExpression")))
        )
        {
            return;
        }

        IEnumerable<IArgumentOperation> given = model.GetOperation(call, cancellation) switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            _ => [],
        };
        List<string> added = [];
        foreach (IArgumentOperation argument in given.Where(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue))
        {
            if (argument.Parameter is { } parameter && ValueFor(parameter, given) is { } value)
            {
                added.Add($"@{parameter.Name}: {SymbolDisplay.FormatLiteral(value, quote: true)}");
            }
        }

        if (added.Count == 0)
        {
            return;
        }

        string text = string.Join(", ", added);
        if (arguments is null)
        {
            edits.Insert(end!.Value, $"({text})");
        }
        else
        {
            edits.Insert(arguments.Span.End - 1, $"{(arguments.Arguments.Count == 0 ? "" : ", ")}{text}");
        }
    }

    private string? ValueFor(IParameterSymbol parameter, IEnumerable<IArgumentOperation> given)
    {
        if (Asks(parameter, "CallerMemberName"))
        {
            return CallerName(method);
        }

        if (Attribute(parameter, "CallerArgumentExpression") is not { ConstructorArguments: [{ Value: string of }] })
        {
            return null;
        }

        IArgumentOperation? source = given.FirstOrDefault(argument => argument.Parameter?.Name == of && argument.ArgumentKind == ArgumentKind.Explicit);
        return source?.Value.Syntax.ToString();
    }

    /// <summary>As the compiler names a caller: constructors by what they are called in metadata, accessors by their property.</summary>
    private static string CallerName(IMethodSymbol method) =>
        method switch
        {
            { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => method.Name,
            { AssociatedSymbol: IPropertySymbol property } => property.MetadataName,
            _ => CopyNames.SimpleName(method),
        };

    private static System.Collections.Immutable.ImmutableArray<IParameterSymbol> ParametersOf(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol called => called.Parameters,
            IPropertySymbol indexer => indexer.Parameters,
            _ => [],
        };

    private static bool Asks(IParameterSymbol parameter, string name) => Attribute(parameter, name) is not null;

    private static AttributeData? Attribute(IParameterSymbol parameter, string name) =>
        parameter
            .GetAttributes()
            .FirstOrDefault(attribute =>
                attribute.AttributeClass is { } type && type.Name == $"{name}Attribute" && type.ContainingNamespace.ToDisplayString() == CompilerServices
            );
}
