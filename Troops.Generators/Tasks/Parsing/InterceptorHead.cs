using Microsoft.CodeAnalysis;

namespace Troops.Generators.Tasks.Parsing;

/// <summary>The parts of an interceptor's signature, and of the call that it makes.</summary>
/// <param name="Target">What the call is made on.</param>
/// <param name="TypeArguments">Of the call, with their brackets.</param>
/// <param name="Parameters">Of the interceptor.</param>
/// <param name="Arguments">Of the call.</param>
/// <param name="ReceiverArguments">How many of the arguments are no parameters of the method: 1 for that of an extension block's receiver.</param>
internal sealed record InterceptorHead(string Target, string TypeArguments, List<string> Parameters, List<string> Arguments, int ReceiverArguments)
{
    private const string Receiver = "self__";

    internal static InterceptorHead Of(IMethodSymbol definition, bool isReduced)
    {
        INamedTypeSymbol type = definition.ContainingType;
        List<string> parameters =
        [
            .. definition.Parameters.Select(static parameter => $"{parameter.Type.ToDisplayString(TypeParameterText.Full)} @{parameter.Name}"),
        ];
        List<string> arguments = [.. definition.Parameters.Select(static parameter => $"@{parameter.Name}")];
        string target = type.ToDisplayString(TypeParameterText.Full);
        string typeArguments = TypeParameterText.List(definition.TypeParameters);
        if (type is { TypeKind: TypeKind.Extension, ExtensionParameter: { } receiver, ContainingType: { } holder })
        {
            string holderName = holder.ToDisplayString(TypeParameterText.Full);
            typeArguments = TypeParameterText.List([.. type.TypeParameters, .. definition.TypeParameters]);
            if (definition.IsStatic)
            {
                return new(holderName, typeArguments, parameters, arguments, 0);
            }

            parameters.Insert(0, $"this {Reference(receiver)}{receiver.Type.ToDisplayString(TypeParameterText.Full)} {Receiver}");
            arguments.Insert(0, $"{Reference(receiver)}{Receiver}");
            return new(holderName, typeArguments, parameters, arguments, 1);
        }

        if (!definition.IsStatic)
        {
            string reference =
                !type.IsValueType ? ""
                : definition.IsReadOnly ? "in "
                : "ref ";
            parameters.Insert(0, $"this {reference}{target} {Receiver}");
            return new(Receiver, typeArguments, parameters, arguments, 0);
        }

        if (isReduced)
        {
            parameters[0] = $"this {parameters[0]}";
        }

        return new(target, typeArguments, parameters, arguments, 0);
    }

    private static string Reference(IParameterSymbol parameter) =>
        parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.In or RefKind.RefReadOnlyParameter => "in ",
            _ => "",
        };
}
