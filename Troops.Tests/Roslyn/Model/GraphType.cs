namespace Troops.Tests.Roslyn.Model;

/// <summary>A class of a random program.</summary>
/// <param name="Promise">Null, or the attribute that it carries.</param>
/// <param name="Arity">0, or 1 for a generic class whose parameter fields may use.</param>
/// <param name="IsPublic">Then nothing is inferred of it.</param>
/// <param name="IsSealed">An unsealed one may have subclasses.</param>
/// <param name="Fields">Their types and whether they are readonly.</param>
internal sealed record GraphType(string? Promise, int Arity, bool IsPublic, bool IsSealed, IReadOnlyList<(GraphField Type, bool IsReadonly)> Fields);
