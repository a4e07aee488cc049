using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Roslyn.Boundaries;

/// <summary>One question to <see cref="Crossings"/>: through a delegate to all that it holds on to.</summary>
internal sealed class CrossingWalk(Kinds kinds, BoundaryMap boundaries, ValueProof proof, Func<ControlFlowGraph?> graph, List<Crossed> found)
{
    private readonly HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
    private int depth;

    /// <param name="value">A delegate.</param>
    /// <param name="at">Where the boundary's code uses it: the argument, or the use of the variable that holds it.</param>
    internal void Delegate(IOperation value, SyntaxNode at)
    {
        const int Deepest = 64;
        value = Unconverted.Of(value);
        if (value is IInvalidOperation || value.Type is IErrorTypeSymbol || value.ConstantValue.HasValue)
        {
            return;
        }

        if (++depth > Deepest)
        {
            Unproven(value, at);
        }
        else
        {
            Expand(value, at);
        }

        depth--;
    }

    private void Expand(IOperation value, SyntaxNode at)
    {
        switch (value)
        {
            case IDelegateCreationOperation creation:
                Delegate(creation.Target, at);
                break;
            case IAnonymousFunctionOperation lambda:
                Closure(lambda, lambda.Symbol);
                break;
            case ILocalFunctionOperation declared:
                Closure(declared, declared.Symbol);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } named:
                if (proof.FactsOf(named).Find(named.Method) is { } function)
                {
                    Closure(function, function.Symbol);
                }

                break;
            case IMethodReferenceOperation { Instance: { } instance }:
                Target(instance);
                break;
            case IMethodReferenceOperation or IDefaultValueOperation or IThrowOperation:
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                Delegate(conditional.WhenTrue, at);
                Delegate(otherwise, at);
                break;
            case ICoalesceOperation coalesce:
                Delegate(coalesce.Value, at);
                Delegate(coalesce.WhenNull, at);
                break;
            case ISwitchExpressionOperation choice:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                {
                    Delegate(arm.Value, at);
                }

                break;
            // Arguments of a 'params' array: nobody else has it.
            case IArrayCreationOperation { IsImplicit: true, Initializer.ElementValues: var elements }:
                foreach (IOperation element in elements)
                {
                    Delegate(element, element.Syntax);
                }

                break;
            case IBinaryOperation { OperatorMethod: null } combined:
                Delegate(combined.LeftOperand, at);
                Delegate(combined.RightOperand, at);
                break;
            // Whoever called this method has proved it.
            case IParameterReferenceOperation { Parameter: var parameter }
                when boundaries.Of(parameter) >= Passage.Thread && !ProofWalk.IsAssignedInType(parameter) && !proof.FactsOf(value).IsAssigned(parameter):
                break;
            // Whichever it holds by then.
            case ILocalReferenceOperation { Local: var local } when proof.FactsOf(value).ValuesOf(local) is { } values:
                if (seen.Add(local))
                {
                    foreach (IOperation held in values)
                    {
                        Delegate(held, at);
                    }
                }

                break;
            default:
                Unproven(value, at);
                break;
        }
    }

    private void Unproven(IOperation value, SyntaxNode at)
    {
        Verdict verdict = proof.Of(value, isInside: false);
        if (!verdict.IsShareable && !verdict.IsUnknown)
        {
            found.Add(new(CrossedAs.Target, null, value.Type, at, verdict));
        }
    }

    private void Target(IOperation instance)
    {
        if (Unconverted.Of(instance) is IInstanceReferenceOperation self)
        {
            This(self, CrossedAs.Target);
            return;
        }

        Verdict verdict = instance.Type is { IsValueType: true } boxed ? kinds.Exact(boxed) : proof.Of(instance, isInside: false);
        if (!verdict.IsShareable && !verdict.IsUnknown)
        {
            ISymbol? symbol = Variable(Unconverted.Of(instance));
            found.Add(new(CrossedAs.Target, symbol, instance.Type, instance.Syntax, verdict));
        }
    }

    private void This(IInstanceReferenceOperation self, CrossedAs how)
    {
        if (self.Type is { } type && seen.Add(type) && kinds.Total(type) is { IsShareable: false, IsUnknown: false } verdict)
        {
            // What is implied is written as the member's name.
            SyntaxNode at = self is { IsImplicit: true, Parent: IMemberReferenceOperation or IInvocationOperation } ? self.Parent.Syntax : self.Syntax;
            found.Add(new(how, null, type, at, verdict));
        }
    }

    /// <summary>A lambda or local function, and the local functions that it calls: all variables from outside.</summary>
    private void Closure(IOperation closure, IMethodSymbol symbol)
    {
        if (symbol.IsStatic || !seen.Add(symbol))
        {
            return;
        }

        Stack<IOperation> open = new([closure]);
        while (open.Count > 0)
        {
            foreach (IOperation operation in Used(open.Pop()))
            {
                switch (operation)
                {
                    case IInstanceReferenceOperation { Parent: IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } }:
                        break;
                    case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                        This(self, CrossedAs.Capture);
                        break;
                    case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction, IsStatic: false } called }:
                        Call(called, operation, symbol, open);
                        break;
                    case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction, IsStatic: false } named }:
                        Call(named, operation, symbol, open);
                        break;
                    default:
                        if (Variable(operation) is { } variable && !ProofWalk.IsWithin(variable, symbol))
                        {
                            Capture(operation, variable, closure);
                        }

                        break;
                }
            }
        }
    }

    /// <summary>What runs: a name in <c>nameof</c> does not.</summary>
    private static IEnumerable<IOperation> Used(IOperation body)
    {
        Stack<IOperation> open = new(body.ChildOperations.Reverse());
        while (open.Count > 0)
        {
            IOperation operation = open.Pop();
            if (operation is INameOfOperation)
            {
                continue;
            }

            yield return operation;
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                open.Push(child);
            }
        }
    }

    private void Call(IMethodSymbol function, IOperation at, IMethodSymbol closure, Stack<IOperation> open)
    {
        if (!ProofWalk.IsWithin(function, closure) && seen.Add(function.OriginalDefinition) && proof.FactsOf(at).Find(function) is { } declaration)
        {
            open.Push(declaration);
        }
    }

    private void Capture(IOperation reference, ISymbol variable, IOperation closure)
    {
        // A local that a called function declares itself is nothing that it brings from outside.
        if (IsDeclaredIn(variable, reference, closure) || (variable is ILocalSymbol { IsConst: true }) || !seen.Add(variable))
        {
            return;
        }

        ITypeSymbol? type = reference.Type;
        BodyFacts facts = proof.FactsOf(reference);
        SyntaxNode? write = ProofWalk.IsAssignedInType(variable) ? reference.Syntax : SharedWrites.Find(variable, closure, facts, boundaries, graph);
        if (write is not null)
        {
            found.Add(
                new(CrossedAs.SharedVariable, variable, type, reference.Syntax, Verdict.Because(Kind.Ref, type, Cause.DelegateWritesCapture, variable), write)
            );
        }
        else if (type is not null && Kinds.IsDelegate(type))
        {
            seen.Remove(variable);
            Delegate(reference, reference.Syntax);
            seen.Add(variable);
        }
        else if (proof.Of(reference, isInside: false) is { IsShareable: false, IsUnknown: false } verdict)
        {
            found.Add(new(CrossedAs.Capture, variable, type, reference.Syntax, verdict));
        }
    }

    private static bool IsDeclaredIn(ISymbol variable, IOperation reference, IOperation closure)
    {
        for (IOperation? above = reference.Parent; above is not null && above != closure; above = above.Parent)
        {
            if (above is ILocalFunctionOperation { Symbol: var function } && ProofWalk.IsWithin(variable, function))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Variable(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
}
