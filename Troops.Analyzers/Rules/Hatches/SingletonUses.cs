using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Hatches;

/// <summary>TROOP069: what a container gives to everybody is immutable or thread-safe.</summary>
internal static class SingletonUses
{
    internal static void Check(HatchUse use, ValueProof proof)
    {
        if (
            !use.Has(ApiRole.Singleton)
            || use.Operation is not IInvocationOperation call
            || VerdictOf(use.Context.Kinds, proof, call) is not { IsShareable: false } verdict
            || !IsInScope(use, call, verdict.Type)
        )
        {
            return;
        }

        use.Context.Report(
            use.Action.ReportDiagnostic,
            HatchDescriptors.Singleton,
            use.Action.ContainingSymbol,
            HatchUse.Place(call),
            verdict.Locations(),
            use.Name,
            verdict.Explain(),
            verdict.RepairFor(Kind.Sync)
        );
    }

    /// <summary>
    /// What is registered in one place is used in others. So with <c>TroopsScope=Annotated</c> the types count, service or implementation, wherever the registration stands; but it does where none of them is
    /// of this compilation.
    /// </summary>
    private static bool IsInScope(HatchUse use, IInvocationOperation call, ITypeSymbol? type)
    {
        if (use.Context.AnnotatedTypes is null)
        {
            return true;
        }

        ISymbol[] own =
        [
            .. call
                .TargetMethod.TypeArguments.Concat(
                    call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().Select(static of => of.TypeOperand)
                )
                .Append(type)
                .OfType<INamedTypeSymbol>()
                .Where(named => SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, use.Context.Symbols.Compilation.Assembly)),
        ];
        return own.Length == 0
            ? CodeScope.IsAnnotated(use.Context, use.Action.ContainingSymbol, use.Action.CancellationToken)
            : own.Any(named => CodeScope.IsAnnotated(use.Context, named, use.Action.CancellationToken));
    }

    /// <summary>Of the object, or else of the last type that is named: the implementation stands behind the service. Null if none can be seen.</summary>
    private static Verdict? VerdictOf(Kinds kinds, ValueProof proof, IInvocationOperation call)
    {
        ITypeSymbol? named = call.TargetMethod.TypeArguments is [.., var last] ? last : null;
        ITypeSymbol? type = null;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            IOperation value = Unconverted.Of(argument.Value);
            if (argument.Parameter is not { } parameter || IsReceiver(call, parameter) || parameter.Name is "serviceKey" or "key")
            {
                continue;
            }

            if (Kinds.IsDelegate(parameter.Type))
            {
                return OfFactory(kinds, proof, value, named);
            }

            if (value is ITypeOfOperation typeOf)
            {
                type = typeOf.TypeOperand;
            }
            else if (parameter.Type.Name != "Type" && argument.ArgumentKind == ArgumentKind.Explicit)
            {
                return proof.Of(argument.Value, isInside: false);
            }
        }

        type ??= named;
        return type is null ? null : kinds.Exact(type is INamedTypeSymbol { IsUnboundGenericType: true } open ? open.OriginalDefinition : type);
    }

    private static bool IsReceiver(IInvocationOperation call, IParameterSymbol parameter) => call.TargetMethod.IsExtensionMethod && parameter.Ordinal == 0;

    /// <summary>Of what a lambda returns; of the type that is named if it cannot be seen.</summary>
    private static Verdict? OfFactory(Kinds kinds, ValueProof proof, IOperation factory, ITypeSymbol? named)
    {
        if (factory is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
        {
            Verdict? worst = null;
            foreach (IOperation operation in OperationTree.WithoutLambdas([lambda.Body]))
            {
                if (operation is IReturnOperation { ReturnedValue: { } value })
                {
                    Verdict verdict = proof.Of(value, isInside: false);
                    worst = worst is null || verdict.Kind == Kind.Ref ? verdict : worst;
                }
            }

            return worst;
        }

        return named is null ? null : kinds.Total(named);
    }
}
