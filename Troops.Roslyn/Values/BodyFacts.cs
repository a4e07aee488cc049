using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Troops.Roslyn.Values;

/// <summary>What one body or initializer does with its variables, the lambdas and local functions in it included.</summary>
internal sealed class BodyFacts
{
    private readonly Dictionary<ISymbol, List<IOperation>> writes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> initializers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> functions = new(SymbolEqualityComparer.Default);

    internal BodyFacts(IOperation root)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation { IsDeclaration: false } local when IsAssigned(local):
                    Add(local.Local, local);
                    break;
                case IParameterReferenceOperation parameter when IsAssigned(parameter):
                    Add(parameter.Parameter, parameter);
                    break;
                case IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } declarator
                    when (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer:
                    initializers[declarator.Symbol] = initializer.Value;
                    break;
                case ILocalFunctionOperation function:
                    functions[function.Symbol] = function;
                    break;
            }
        }
    }

    /// <summary>Whether the local or parameter gets another value than the one it is declared with, or a reference to it is taken.</summary>
    internal bool IsAssigned(ISymbol variable) => writes.ContainsKey(variable);

    /// <summary>The references that <see cref="IsAssigned(ISymbol)"/> is about, in the order of the text.</summary>
    internal IReadOnlyList<IOperation> WritesOf(ISymbol variable) => writes.TryGetValue(variable, out List<IOperation>? found) ? found : [];

    /// <summary>The value that the local is declared with, if it says one; null for <c>out var</c>, patterns, loops, deconstruction.</summary>
    internal IOperation? InitializerOf(ILocalSymbol local) => initializers.TryGetValue(local, out IOperation? value) ? value : null;

    /// <summary>All values that a local may hold, each written where the local is declared or assigned; null if one cannot be seen, as with <c>ref</c>, <c>out</c> and patterns.</summary>
    /// <remarks>What is combined with the local's own value, as by <c>+=</c> of delegates, is one of them.</remarks>
    internal IReadOnlyList<IOperation>? ValuesOf(ILocalSymbol local)
    {
        IOperation? initializer = InitializerOf(local);
        bool isDeclaredPlainly = local.DeclaringSyntaxReferences is [{ } declaration] && declaration.GetSyntax() is VariableDeclaratorSyntax;
        if (local.RefKind != RefKind.None || (initializer is null && !isDeclaredPlainly))
        {
            return null;
        }

        List<IOperation> values = initializer is null ? [] : [initializer];
        foreach (IOperation write in WritesOf(local))
        {
            if (
                write.Parent is not IAssignmentOperation assignment
                || assignment.Target != write
                || assignment is ISimpleAssignmentOperation { IsRef: true } or IDeconstructionAssignmentOperation
            )
            {
                return null;
            }

            values.Add(assignment.Value);
        }

        return values;
    }

    internal ILocalFunctionOperation? Find(IMethodSymbol localFunction) =>
        functions.TryGetValue(localFunction.OriginalDefinition, out ILocalFunctionOperation? function) ? function : null;

    private void Add(ISymbol variable, IOperation reference)
    {
        if (!writes.TryGetValue(variable, out List<IOperation>? found))
        {
            writes.Add(variable, found = []);
        }

        found.Add(reference);
    }

    private static bool IsAssigned(IOperation reference)
    {
        IOperation node = reference;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case IParenthesizedOperation or ITupleOperation or IConditionalOperation { IsRef: true }:
                // A part of a struct is a part of the variable.
                case IMemberReferenceOperation { Instance: { Type.IsValueType: true } instance } when instance == node:
                case IInlineArrayAccessOperation access when access.Instance == node:
                    node = parent;
                    continue;
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target == node || assignment.IsRef;
                case IAssignmentOperation assignment:
                    return assignment.Target == node;
                case IIncrementOrDecrementOperation or IAddressOfOperation or { Kind: OperationKind.None }:
                    return true;
                case IArgumentOperation argument:
                    return argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } }:
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }
}
