using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Troops.Tests.House;

/// <summary>A <c>BannedSymbols.txt</c>, held against compiled code: no <c>#pragma</c> reaches here.</summary>
internal sealed class ForbiddenSymbols
{
    private readonly HashSet<string> ids;
    private readonly HashSet<string> memberNames;

    internal ForbiddenSymbols(string path)
    {
        Ids =
        [
            .. File.ReadLines(Repository.FullPath(path))
                .Where(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                .Select(static line => line.Split(';')[0]),
        ];
        ids = [.. Ids];
        memberNames = [.. Ids.Where(static id => id[0] != 'T').Select(static id => id[2..].Split('(')[0].Split("``")[0])];
    }

    /// <summary>Documentation ids: <c>T:</c>, <c>M:</c> and <c>P:</c>.</summary>
    internal IReadOnlyList<string> Ids { get; }

    /// <summary>The forbidden id that <paramref name="reference"/> names, or null.</summary>
    internal string? Match(MemberReference reference)
    {
        if (reference is TypeReference type)
        {
            return Listed($"T:{type.FullName.Replace('/', '.')}");
        }

        // Resolving is slow, and nearly every call is to something whose name is not on the list.
        string property = reference.Name.StartsWith("get_", StringComparison.Ordinal) ? reference.Name[4..] : reference.Name.Replace('.', '#');
        if (reference is not MethodReference method || !memberNames.Contains($"{method.DeclaringType.GetElementType().FullName}.{property}"))
        {
            return null;
        }

        MethodDefinition definition = method.Resolve();
        return definition.IsGetter ? Listed($"P:{definition.DeclaringType.FullName}.{property}") : Listed(DocCommentId.GetDocCommentId(definition));
    }

    /// <summary>The ids that name nothing in the framework: a typo there would forbid nothing.</summary>
    internal IEnumerable<string> Unknown(CompiledCode code) => Ids.Where(id => !Exists(id, code));

    private string? Listed(string id) => ids.Contains(id) ? id : null;

    private static bool Exists(string id, CompiledCode code)
    {
        if (id[0] == 'T')
        {
            return code.FindInFramework(id[2..]) is not null;
        }

        string name = id[2..].Split('(')[0];
        TypeDefinition? type = code.FindInFramework(name[..name.LastIndexOf('.')]);
        return type is not null
            && (
                id[0] == 'P'
                    ? type.Properties.Any(property => $"P:{type.FullName}.{property.Name}" == id)
                    : type.Methods.Any(method => DocCommentId.GetDocCommentId(method) == id)
            );
    }
}
