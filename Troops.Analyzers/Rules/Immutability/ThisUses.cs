using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Immutability;

/// <summary>What one body does with <c>this</c>: where it lets it go, and which members it calls on it. Anything that is not known to keep it lets it go.</summary>
internal sealed class ThisUses
{
    private readonly KnownSymbols symbols;
    private readonly ImmutableArray<ThisEscape>.Builder escapes = ImmutableArray.CreateBuilder<ThisEscape>();
    private readonly ImmutableArray<ThisCall>.Builder calls = ImmutableArray.CreateBuilder<ThisCall>();

    // Local functions are bodies of their own that may capture `this`: those that do, those that call others, and where one becomes a delegate.
    private readonly HashSet<ISymbol> capturing = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Caller, ISymbol Callee)> localCalls = [];
    private readonly List<(ISymbol Function, Location At, string How)> delegates = [];

    private ThisUses(KnownSymbols symbols) => this.symbols = symbols;

    internal ImmutableArray<ThisEscape> Escapes { get; private set; } = [];

    internal ImmutableArray<ThisCall> Calls { get; private set; } = [];

    internal static ThisUses In(KnownSymbols symbols, IEnumerable<IOperation> blocks)
    {
        ThisUses uses = new(symbols);
        uses.Walk(blocks);
        uses.FollowLocalFunctions();
        uses.Escapes = [.. uses.escapes.OrderBy(static escape => escape.At.SourceSpan.Start)];
        uses.Calls = uses.calls.ToImmutable();
        return uses;
    }

    private void Walk(IEnumerable<IOperation> blocks)
    {
        // A lambda is remembered by the outermost one: whatever captures `this` inside is captured there.
        Stack<(IOperation Operation, IAnonymousFunctionOperation? Lambda, ILocalFunctionOperation? Local)> open = new(
            blocks.Reverse().Select(static block => (block, (IAnonymousFunctionOperation?)null, (ILocalFunctionOperation?)null))
        );
        HashSet<IOperation> reported = [];
        while (open.Count > 0)
        {
            (IOperation operation, IAnonymousFunctionOperation? lambda, ILocalFunctionOperation? local) = open.Pop();
            switch (operation)
            {
                case INameOfOperation:
                    continue;
                case IAnonymousFunctionOperation function when lambda is null && !InlineLambda.Is(symbols, function):
                    lambda = function;
                    break;
                case ILocalFunctionOperation function:
                    local = function;
                    break;
                // The compiler's own receiver of a local function, whether that uses `this` or not.
                case IInstanceReferenceOperation
                {
                    Parent: IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction }
                        or IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction }
                } receiver when receiver.IsImplicit:
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                    if (local is not null)
                    {
                        capturing.Add(local.Symbol);
                    }

                    if (lambda is null)
                    {
                        Classify(self, local);
                    }
                    else if (reported.Add(lambda))
                    {
                        Escape(lambda.Syntax.GetLocation(), "a lambda captures 'this'");
                    }

                    break;
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }:
                    delegates.Add((function.OriginalDefinition, operation.Syntax.GetLocation(), $"'{function.Name}' captures 'this' and becomes a delegate"));
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function }:
                    if (lambda is not null)
                    {
                        delegates.Add((function.OriginalDefinition, lambda.Syntax.GetLocation(), "a lambda captures 'this'"));
                    }

                    if (local is not null)
                    {
                        localCalls.Add((local.Symbol, function.OriginalDefinition));
                    }

                    break;
            }

            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                open.Push((child, lambda, local));
            }
        }
    }

    private void FollowLocalFunctions()
    {
        bool changed = localCalls.Count > 0;
        while (changed)
        {
            changed = false;
            foreach ((ISymbol caller, ISymbol callee) in localCalls)
            {
                changed |= capturing.Contains(callee) && capturing.Add(caller);
            }
        }

        foreach ((ISymbol function, Location at, string how) in delegates)
        {
            if (capturing.Contains(function) && escapes.All(escape => escape.At != at))
            {
                Escape(at, how);
            }
        }
    }

    private void Classify(IInstanceReferenceOperation self, ILocalFunctionOperation? local)
    {
        if (local is { Symbol: { } function } && GoesOn(function))
        {
            Escape(self.Syntax.GetLocation(), $"'{function.Name}' goes on after the constructor");
            return;
        }

        IOperation? user = OperationTree.UserOf(self, out IOperation used);
        switch (user)
        {
            case IFieldReferenceOperation:
            // Code that does not bind is the compiler's to report.
            case IInvalidOperation:
                break;
            case IPropertyReferenceOperation property when property.Instance == used:
                CallAccessors(property);
                break;
            case IEventReferenceOperation { Parent: IEventAssignmentOperation assignment, Event: { AddMethod.IsImplicitlyDeclared: false } @event }:
                Call((assignment.Adds ? @event.AddMethod : @event.RemoveMethod)!, self, assignment);
                break;
            case IEventReferenceOperation:
                break;
            case IInvocationOperation call when call.Instance == used:
                Call(call.TargetMethod, self, call);
                break;
            case IMethodReferenceOperation { Method: { } method }:
                Escape(user.Syntax.GetLocation(), $"'{Names.Of(method)}' becomes a delegate that holds 'this'");
                break;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } } when KeepsNothing(method):
            case IIsTypeOperation
            or IIsPatternOperation
            {
                Pattern: IConstantPatternOperation
                    or ITypePatternOperation
                    or INegatedPatternOperation { Pattern: IConstantPatternOperation or ITypePatternOperation }
            }
            or ILockOperation
            or IBinaryOperation { OperatorMethod: null }:
                break;
            case IArgumentOperation argument:
                Escape(self.Syntax.GetLocation(), $"'this' is an argument of '{Names.Of(argument.Parameter?.ContainingSymbol)}'");
                break;
            case IReturnOperation:
                Escape(self.Syntax.GetLocation(), "'this' is returned");
                break;
            case IAssignmentOperation or IVariableInitializerOperation or ICoalesceOperation or IConditionalOperation:
                Escape(self.Syntax.GetLocation(), "'this' is stored");
                break;
            default:
                Escape(self.Syntax.GetLocation(), "'this' is used as a value");
                break;
        }
    }

    /// <summary>Its state machine holds <c>this</c> for as long as it runs.</summary>
    internal static bool GoesOn(IMethodSymbol method) => method.IsAsync || method.IsIterator;

    private static bool KeepsNothing(IMethodSymbol method, KnownSymbols symbols) =>
        method is { IsStatic: true, ContainingType.SpecialType: SpecialType.System_Object, Name: nameof(ReferenceEquals) }
        || SymbolEqualityComparer.Default.Equals(method.ContainingType, symbols.GarbageCollector);

    private bool KeepsNothing(IMethodSymbol method) => KeepsNothing(method, symbols);

    private void CallAccessors(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        bool isAssigned = reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;
        bool isWritten = isAssigned || (reference.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax syntax && Assignments.IsAssigned(syntax));
        if (isWritten && property.SetMethod is { } setter)
        {
            Call(setter, reference.Instance!, reference);
        }

        if (!isAssigned && property.GetMethod is { } getter)
        {
            Call(getter, reference.Instance!, reference);
        }
    }

    private void Call(IMethodSymbol method, IOperation receiver, IOperation at)
    {
        // `base.M()` runs that very method, whatever overrides it.
        bool isBase = Unconverted.Of(receiver).Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax;
        calls.Add(new(method.OriginalDefinition, !isBase && ThisCall.IsDispatched(method), at.Syntax.GetLocation()));
    }

    private void Escape(Location at, string how) => escapes.Add(new(at, how));
}
