using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>The members that <c>await using</c> and <c>await foreach</c> call and do not name.</summary>
internal static class ImplicitCalls
{
    internal const string DisposeAsync = nameof(DisposeAsync);

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
        type is not null && DisposeOf(type) is { } dispose ? [(dispose, null, resource)] : [];

    private static IEnumerable<(IMethodSymbol Called, ITypeSymbol? On, IOperation At)> OfLoop(ForEachStatementInfo info, IOperation collection)
    {
        if (info is { GetEnumeratorMethod.ReturnType: { } enumerator, MoveNextMethod: { } moveNext })
        {
            yield return (moveNext, enumerator, collection);
            if (DisposeOf(enumerator) is { } dispose)
            {
                yield return (dispose, enumerator, collection);
            }
        }
    }

    /// <summary>That of the interface, which goes before one that only has the name.</summary>
    private static IMethodSymbol? DisposeOf(ITypeSymbol type)
    {
        IMethodSymbol? declared = type
            .AllInterfaces.FirstOrDefault(static @interface => @interface is { Name: "IAsyncDisposable", ContainingNamespace.Name: "System" })
            ?.GetMembers(DisposeAsync)
            .OfType<IMethodSymbol>()
            .FirstOrDefault();
        if (declared is not null)
        {
            return type.FindImplementationForInterfaceMember(declared) as IMethodSymbol;
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
}
