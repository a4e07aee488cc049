using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Values;

namespace Troops.Analyzers.Rules.Statics;

/// <summary>One thing that a static initializer must not do.</summary>
/// <param name="Does">What it does: "starts a thread with 'Task.Run'".</param>
/// <param name="Repair">What to do about it.</param>
/// <param name="Related">The rest of the path.</param>
internal sealed record StaticFinding(string Does, string Repair, ImmutableArray<Location> Related)
{
    private const string StartLater = "start it from a method that is called once everything is there";

    internal static StaticFinding? Of(RuleContext context, ValueProof proof, IOperation operation, ISymbol owner) =>
        operation switch
        {
            IInvocationOperation call => OfCall(context, proof, call),
            IObjectCreationOperation { Constructor: { } constructor } creation when IsStartedBy(context.Symbols, constructor, creation.Arguments) => Starts(
                constructor.ContainingType
            ),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: null, Member: { IsStatic: true } member } } assignment
                when IsOfAnother(member, owner) => OfValue(proof, member, assignment.Value, "leaves"),
            ICompoundAssignmentOperation { Target: IMemberReferenceOperation { Instance: null, Member: { IsStatic: true } member } } assignment
                when IsOfAnother(member, owner) => OfValue(proof, member, assignment.Value, "leaves"),
            IEventAssignmentOperation
            {
                Adds: true,
                EventReference: IEventReferenceOperation { Instance: null, Event: { IsStatic: true } @event }
            } subscription => OfValue(proof, @event, subscription.HandlerValue, "subscribes"),
            _ => null,
        };

    private static bool IsOfAnother(ISymbol member, ISymbol owner) =>
        member is IFieldSymbol or IPropertySymbol
        && !SymbolEqualityComparer.Default.Equals(member.ContainingType.OriginalDefinition, owner.ContainingType.OriginalDefinition);

    private static StaticFinding Starts(ISymbol what) => new($"starts a thread with '{Names.Of(what)}'", StartLater, []);

    private static StaticFinding? OfCall(RuleContext context, ValueProof proof, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (IsStartedBy(context.Symbols, method, call.Arguments))
        {
            return Starts(method);
        }

        // A table of other people's objects by name, as AppContext's: what is put there is anybody's.
        bool isTable = method.Name == "SetData" || (method is { IsStatic: true, ReturnsVoid: true } && method.Name.StartsWith("Set", StringComparison.Ordinal));
        if (!isTable || context.Symbols.IsVerified(method.ContainingAssembly))
        {
            return null;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (
                argument.Parameter is { Type: { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Delegate } }
                && OfValue(proof, method, argument.Value, "passes") is { } found
            )
            {
                return found;
            }
        }

        return null;
    }

    private static StaticFinding? OfValue(ValueProof proof, ISymbol where, IOperation value, string verb)
    {
        Verdict verdict = proof.Of(value, isInside: false);
        string preposition = verb switch
        {
            "leaves" => "in",
            _ => "to",
        };
        return verdict.IsShareable
            ? null
            : new($"{verb} {verdict.Explain()} {preposition} '{Names.Of(where)}', where other threads find it", verdict.Repair, verdict.Locations());
    }

    private static bool IsStartedBy(KnownSymbols symbols, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        INamedTypeSymbol type = method.ContainingType.OriginalDefinition;
        bool isConstructor = method.MethodKind == MethodKind.Constructor;
        bool isStart = method.Name switch
        {
            "Run" => Is(symbols.Task),
            "StartNew" => Is(symbols.TaskFactory) || Is(symbols.TaskFactoryOfResult),
            "Start" => Is(symbols.Thread) || Is(symbols.ComponentTimer) || Is(symbols.Task),
            "UnsafeStart" => Is(symbols.Thread),
            "For" or "ForEach" or "Invoke" or "ForAsync" or "ForEachAsync" => Is(symbols.Parallel),
            "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "RegisterWaitForSingleObject" or "UnsafeRegisterWaitForSingleObject" => Is(symbols.ThreadPool),
            _ => isConstructor && Is(symbols.Timer),
        };

        // The constructors of the builtins keep the factories that they are given, and run them when a value is asked for.
        bool isKept = isConstructor && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, symbols.Immutable.ContainingAssembly);
        return isStart
            || (
                !isKept
                && arguments.Any(argument =>
                    argument.Parameter is { } parameter && (KnownSymbols.Has(parameter, symbols.ThreadEntry) || KnownSymbols.Has(parameter, symbols.TroopEntry))
                )
            );

        bool Is(INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
    }
}
