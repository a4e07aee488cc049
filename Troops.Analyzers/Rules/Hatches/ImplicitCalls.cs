using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>The members that <c>await using</c> and <c>await foreach</c> call and do not name.</summary>
internal static class ImplicitCalls
{
    internal const string DisposeAsync = nameof(DisposeAsync);

    internal const string GetAsyncEnumerator = nameof(GetAsyncEnumerator);

    internal const string MoveNextAsync = nameof(MoveNextAsync);

    /// <returns>The method; the type of the object, or null where <c>At</c> is the object itself; and what the statement names.</returns>
    internal static IEnumerable<(IMethodSymbol Called, ITypeSymbol? On, IOperation At)> Of(IOperation statement) =>
        statement switch
        {
            IUsingOperation { Resources: IVariableDeclarationGroupOperation declared } => OfDeclared(declared),
            IUsingOperation { Resources: var resource } => OfResource(resource.Type, resource),
            IUsingDeclarationOperation { DeclarationGroup: var declared } => OfDeclared(declared),
            IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model } loop => OfLoop(
                model.GetForEachStatementInfo(syntax),
                loop.Collection
            ),
            _ => [],
        };

    private static IEnumerable<(IMethodSymbol Called, ITypeSymbol? On, IOperation At)> OfDeclared(IVariableDeclarationGroupOperation declared) =>
        declared
            .Declarations.SelectMany(static declaration => declaration.Declarators)
            .SelectMany(static declarator =>
                declarator.GetVariableInitializer() is { } initializer ? OfResource(declarator.Symbol.Type, initializer.Value) : []
            );

    private static IEnumerable<(IMethodSymbol Called, ITypeSymbol? On, IOperation At)> OfResource(ITypeSymbol? type, IOperation resource) =>
        Wrapped(resource) is { } inner ? OfResource(inner.Type, inner)
        : type is not null && DisposeOf(type) is { } dispose ? [(dispose, null, resource)]
        : [];

    private static IEnumerable<(IMethodSymbol Called, ITypeSymbol? On, IOperation At)> OfLoop(ForEachStatementInfo info, IOperation collection)
    {
        IOperation sequence = Unconverted.Of(collection);
        bool isWrapped = false;
        while (Wrapped(sequence) is { } inner)
        {
            (sequence, isWrapped) = (inner, true);
        }

        IMethodSymbol? begin = isWrapped ? null : info.GetEnumeratorMethod;
        if (begin is null or { ContainingType.TypeKind: TypeKind.Interface } && sequence.Type is { } type)
        {
            begin = Find(type, "IAsyncEnumerable", "Generic", GetAsyncEnumerator) ?? begin;
        }

        return begin is null
            ? []
            : OfEnumerator(begin, isWrapped ? Find(begin.ReturnType, "IAsyncEnumerator", "Generic", MoveNextAsync) : info.MoveNextMethod, sequence);
    }

    private static IEnumerable<(IMethodSymbol Called, ITypeSymbol? On, IOperation At)> OfEnumerator(
        IMethodSymbol begin,
        IMethodSymbol? moveNext,
        IOperation collection
    )
    {
        yield return (begin, null, collection);
        if (moveNext is not null)
        {
            yield return (moveNext, begin.ReturnType, collection);
        }

        if (DisposeOf(begin.ReturnType) is { } dispose)
        {
            yield return (dispose, begin.ReturnType, collection);
        }
    }

    /// <summary>What <c>ConfigureAwait</c> and <c>WithCancellation</c> are called on: what they give calls its members.</summary>
    private static IOperation? Wrapped(IOperation value) =>
        value is IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" or "WithCancellation", ContainingType.Name: var wrapper } } call
            ? wrapper switch
            {
                "TaskAsyncEnumerableExtensions" when call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is { } source =>
                    Unconverted.Of(source.Value),
                "ConfiguredCancelableAsyncEnumerable" => call.Instance,
                _ => null,
            }
            : null;

    /// <summary>That of the interface, which goes before one that only has the name.</summary>
    private static IMethodSymbol? DisposeOf(ITypeSymbol type)
    {
        if (Find(type, "IAsyncDisposable", "System", DisposeAsync) is { } implementation)
        {
            return implementation;
        }

        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (
                level
                    .GetMembers(DisposeAsync)
                    .OfType<IMethodSymbol>()
                    .FirstOrDefault(static member => member is { IsStatic: false, Parameters.IsEmpty: true }) is
                { } own
            )
            {
                return own;
            }
        }

        return null;
    }

    /// <summary>The method with which the type implements the interface's: of an interface, that method itself.</summary>
    private static IMethodSymbol? Find(ITypeSymbol type, string @interface, string @namespace, string method)
    {
        INamedTypeSymbol? declaring = type
            .AllInterfaces.Prepend(type)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(candidate =>
                candidate.TypeKind == TypeKind.Interface && candidate.Name == @interface && candidate.ContainingNamespace.Name == @namespace
            );
        IMethodSymbol? declared = declaring?.GetMembers(method).OfType<IMethodSymbol>().FirstOrDefault();
        return declared is null || type.TypeKind == TypeKind.Interface ? declared : type.FindImplementationForInterfaceMember(declared) as IMethodSymbol;
    }
}
