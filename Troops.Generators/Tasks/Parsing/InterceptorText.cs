using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Troops.Generators.Tasks.Model;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>The interceptor of a task: its signature must be that of what it stands in for.</summary>
internal static class InterceptorText
{
    internal static Interceptor Of(InterceptedCall call, int number, IEnumerable<string> locations)
    {
        IMethodSymbol definition = (call.Method.ReducedFrom ?? call.Method).OriginalDefinition;
        ImmutableArray<ITypeParameterSymbol> typeParameters = TypeParameterText.Of(definition);
        InterceptorHead head = InterceptorHead.Of(definition, call.IsReduced);
        return new(
            $"{CopyNames.Prefix}{CopyNames.SimpleName(definition)}_{number.ToString(CultureInfo.InvariantCulture)}",
            CopyNames.Shown(definition),
            new([.. locations]),
            definition.ReturnType.ToDisplayString(TypeParameterText.Full),
            TypeParameterText.List(typeParameters),
            $"({string.Join(", ", head.Parameters)})",
            TypeParameterText.Constraints(typeParameters),
            $"{head.Target}.{call.Copy}{head.TypeArguments}({string.Join(", ", head.Arguments)})"
        );
    }
}
