using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Troops.Generators.Tasks.Model;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>The interceptor of a call that a thread is started with: it passes the copy of the lambda on instead of the lambda.</summary>
internal static class LambdaInterceptorText
{
    internal static Interceptor Of(LambdaCandidate lambda)
    {
        IMethodSymbol definition = (lambda.Starter.ReducedFrom ?? lambda.Starter).OriginalDefinition;
        ImmutableArray<ITypeParameterSymbol> typeParameters = TypeParameterText.Of(definition);
        InterceptorHead head = InterceptorHead.Of(definition, lambda.IsReduced);
        int ordinal = lambda.Parameter.Ordinal;
        IParameterSymbol declared = definition.Parameters[ordinal];
        string type = lambda.Enclosing.ContainingType.ToDisplayString(TypeParameterText.Full);
        string given = lambda.Parameter.Type.ToDisplayString(TypeParameterText.Full);
        string copy = lambda.UsesThis
            // A lambda that uses nothing but its object is a method of it; were that ever otherwise, the lambda itself would do.
            ? $"@{declared.Name}.Target is {type} home__ ? ({declared.Type.ToDisplayString(TypeParameterText.Full)})(object)({given})home__.{lambda.CopyName} : @{declared.Name}"
            : $"({declared.Type.ToDisplayString(TypeParameterText.Full)})(object)({given}){type}.{lambda.CopyName}";
        List<string> arguments = [.. head.Arguments];
        arguments[ordinal + head.ReceiverArguments] = copy;
        return new(
            $"{lambda.CopyName}_in_{definition.Name}",
            CopyNames.Shown(definition),
            new([lambda.Location]),
            definition.ReturnType.ToDisplayString(TypeParameterText.Full),
            TypeParameterText.List(typeParameters),
            $"({string.Join(", ", head.Parameters)})",
            TypeParameterText.Constraints(typeParameters),
            $"{head.Target}.{definition.Name}{head.TypeArguments}({string.Join(", ", arguments)})"
        );
    }
}
