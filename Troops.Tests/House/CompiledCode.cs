using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Troops.Tests.House;

/// <summary>What compiled code refers to: signatures, attributes and bodies, with everything that the compiler nested into a type counted as that type's.</summary>
/// <remarks>Constants and <c>nameof</c> leave no trace in compiled code, so they are no arrows.</remarks>
internal sealed class CompiledCode : IDisposable
{
    private readonly DefaultAssemblyResolver resolver = new();
    private readonly AssemblyDefinition assembly;

    internal CompiledCode(System.Reflection.Assembly loaded)
    {
        resolver.AddSearchDirectory(FrameworkFolder);
        resolver.AddSearchDirectory(Path.GetDirectoryName(loaded.Location));
        assembly = AssemblyDefinition.ReadAssembly(loaded.Location, new ReaderParameters { AssemblyResolver = resolver });
    }

    internal static string FrameworkFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    internal IEnumerable<string> ReferencedAssemblies => assembly.MainModule.AssemblyReferences.Select(static reference => reference.Name);

    /// <summary>The types that are not nested in another.</summary>
    internal IEnumerable<TypeDefinition> Types => assembly.MainModule.Types.Where(static type => !IsMadeByCompiler(type));

    /// <summary>The framework's definition of a type, or null.</summary>
    internal TypeDefinition? FindInFramework(string fullName) =>
        Directory
            .EnumerateFiles(FrameworkFolder, "System*.dll")
            .Select(file => resolver.Resolve(new AssemblyNameReference(Path.GetFileNameWithoutExtension(file), null)))
            .Select(found => found.MainModule.GetType(fullName))
            .FirstOrDefault(static type => type is not null);

    /// <summary>Every type and member that <paramref name="type"/> refers to, itself and duplicates included.</summary>
    internal static IEnumerable<MemberReference> References(TypeDefinition type)
    {
        IEnumerable<TypeReference?> direct =
        [
            type.BaseType,
            .. type.Interfaces.Select(static i => i.InterfaceType),
            .. type.Fields.Select(static field => field.FieldType),
            .. Constraints(type),
            .. Attributes(type, [.. type.Interfaces, .. type.Fields, .. type.Properties, .. type.Events, .. type.GenericParameters]),
        ];
        return direct
            .SelectMany(static reference => Flatten(reference))
            .Concat(type.Methods.SelectMany(References))
            .Concat(type.NestedTypes.SelectMany(References));
    }

    /// <summary>The type that is declared at the top level and holds <paramref name="type"/>.</summary>
    internal static string OutermostName(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.FullName;
    }

    public void Dispose()
    {
        assembly.Dispose();
        resolver.Dispose();
    }

    private static IEnumerable<MemberReference> References(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature =
        [
            method.ReturnType,
            .. method.Parameters.Select(static parameter => parameter.ParameterType),
            .. Constraints(method),
            .. Attributes(method, [method.MethodReturnType, .. method.Parameters, .. method.GenericParameters]),
        ];
        IEnumerable<MemberReference> all = signature.SelectMany(static reference => Flatten(reference)).Concat(method.Overrides.SelectMany(Flatten));
        return method.HasBody ? all.Concat(References(method.Body)) : all;
    }

    private static IEnumerable<MemberReference> References(MethodBody body) =>
        body
            .Variables.Select(static variable => variable.VariableType)
            .Concat(body.ExceptionHandlers.Select(static handler => handler.CatchType))
            .SelectMany(static reference => Flatten(reference))
            .Concat(
                body.Instructions.SelectMany(static instruction =>
                    instruction.Operand switch
                    {
                        TypeReference type => Flatten(type),
                        MethodReference method => Flatten(method),
                        FieldReference field => [field, .. Flatten(field.DeclaringType), .. Flatten(field.FieldType)],
                        _ => [],
                    }
                )
            );

    private static IEnumerable<MemberReference> Flatten(MethodReference method)
    {
        IEnumerable<TypeReference> generic = method is GenericInstanceMethod instance ? instance.GenericArguments : [];
        MethodReference element = method.GetElementMethod();
        return
        [
            element,
            .. Flatten(method.DeclaringType),
            .. Flatten(method.ReturnType),
            .. method.Parameters.SelectMany(static parameter => Flatten(parameter.ParameterType)),
            .. generic.SelectMany(static argument => Flatten(argument)),
        ];
    }

    private static IEnumerable<MemberReference> Flatten(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => [.. Flatten(generic.ElementType), .. generic.GenericArguments.SelectMany(static argument => Flatten(argument))],
            IModifierType modified => [.. Flatten(modified.ModifierType), .. Flatten(modified.ElementType)],
            FunctionPointerType pointer => [.. Flatten(pointer.ReturnType), .. pointer.Parameters.SelectMany(static p => Flatten(p.ParameterType))],
            TypeSpecification specification => Flatten(specification.ElementType),
            _ => [type],
        };

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider owner) =>
        owner.GenericParameters.SelectMany(static parameter => parameter.Constraints).Select(static constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider owner, IEnumerable<ICustomAttributeProvider> parts) =>
        parts
            .Prepend(owner)
            .SelectMany(static part => part.CustomAttributes)
            .SelectMany(static attribute =>
                attribute.ConstructorArguments.Select(static argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType)
            );

    private static bool IsMadeByCompiler(TypeDefinition type) =>
        // File-local types also begin with '<', but carry the name of their file there and a user's name behind it.
        type.Name.StartsWith('<') && !type.Name.Contains(">F", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        || type.Namespace.StartsWith("System.Runtime.CompilerServices", StringComparison.Ordinal);
}
