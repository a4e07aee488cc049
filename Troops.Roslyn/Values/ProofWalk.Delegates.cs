using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;

namespace Troops.Roslyn.Values;

// A delegate is what it holds on to: the variables that its body shares with the method around it, or the object that its method is called on.
internal sealed partial class ProofWalk
{
    private Verdict OfDelegate(IOperation target, ITypeSymbol? type) =>
        target switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol.IsStatic ? Verdict.Immutable(type) : OfClosure(lambda, lambda.Symbol, type),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } => OfLocalFunction(target, function, type),
            IMethodReferenceOperation { Instance: { } instance } => OfBound(instance, type),
            IMethodReferenceOperation => Verdict.Immutable(type),
            // `new Action(other)`
            _ => Of(target),
        };

    private Verdict OfBound(IOperation instance, ITypeSymbol? type)
    {
        Verdict bound = instance.Type is { IsValueType: true } ? OfBox(instance) : Of(instance);
        return bound.IsVal ? Verdict.Immutable(type) : Verdict.Through(bound.Kind, type, null, bound);
    }

    private Verdict OfLocalFunction(IOperation at, IMethodSymbol function, ITypeSymbol? type)
    {
        if (function.IsStatic)
        {
            return Verdict.Immutable(type);
        }

        return factsOf(at).Find(function) is { } declaration
            ? OfClosure(declaration, declaration.Symbol, type)
            : Verdict.Because(Kind.Ref, type, Cause.DelegateUnproven, function);
    }

    /// <summary>
    /// The variables from outside, those of the local functions that it calls included. By the body's own references and not by the compiler's data flow, which would
    /// analyse the whole method around it and says nothing of local functions.
    /// </summary>
    private Verdict OfClosure(IOperation closure, IMethodSymbol symbol, ITypeSymbol? type)
    {
        Verdict worst = Verdict.Immutable(type);
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default) { symbol };
        Stack<(IOperation Body, IMethodSymbol Symbol)> open = new();
        open.Push((closure, symbol));
        while (open.Count > 0)
        {
            (IOperation body, IMethodSymbol function) = open.Pop();
            foreach (IOperation operation in body.Descendants())
            {
                ISymbol? used = operation switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    // The name of a local function has an implied `this` that says nothing of what the function uses.
                    IInstanceReferenceOperation { Parent: IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } } => null,
                    IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self => self.Type,
                    IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => called.OriginalDefinition,
                    IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } => named.OriginalDefinition,
                    _ => null,
                };
                if (used is null || IsWithin(used, function) || !seen.Add(used))
                {
                    continue;
                }

                if (used is not IMethodSymbol called2)
                {
                    worst = Worst(worst, OfCapture(operation, used, type));
                }
                else if (!called2.IsStatic && factsOf(closure).Find(called2) is { } declaration)
                {
                    open.Push((declaration, called2));
                }
            }
        }

        return worst;
    }

    private Verdict OfCapture(IOperation reference, ISymbol captured, ITypeSymbol? type)
    {
        if (captured is ITypeSymbol self)
        {
            Verdict ofSelf = Declared(self);
            return ofSelf.IsVal ? Verdict.Immutable(type) : Verdict.Through(ofSelf.Kind, type, null, ofSelf);
        }

        if (factsOf(reference).IsAssigned(captured) || IsAssignedInType(captured))
        {
            return Verdict.Because(Kind.Ref, type, Cause.DelegateWritesCapture, captured);
        }

        Verdict verdict = Of(reference);
        return verdict.IsVal ? Verdict.Immutable(type)
            : Same(verdict.Member, captured) ? verdict
            : Verdict.Through(verdict.Kind, type, captured, verdict);
    }

    /// <summary>A primary constructor's parameter belongs to every member of its type.</summary>
    internal static bool IsAssignedInType(ISymbol captured) =>
        captured is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
        && constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax)
        && SyntaxWrites.ToMember(constructor.ContainingType, captured.Name, ((IParameterSymbol)captured).Type.IsReferenceType);

    /// <summary>Declared by the function or by one in it.</summary>
    internal static bool IsWithin(ISymbol symbol, IMethodSymbol function)
    {
        for (ISymbol? scope = symbol.ContainingSymbol; scope is IMethodSymbol; scope = scope.ContainingSymbol)
        {
            if (Same(scope, function))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(ISymbol? left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
