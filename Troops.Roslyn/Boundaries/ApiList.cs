using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Troops.Roslyn.Shipped;

namespace Troops.Roslyn.Boundaries;

/// <summary>What is known by name about methods that cannot carry our attributes: the shipped <c>boundaries.txt</c> and a user's <c>*.boundaries.txt</c>.</summary>
/// <remarks>
/// <para>One line a role, after <c>#</c> a comment: a word of <see cref="ApiRole"/>, then what it is said of.</para>
/// <code>
/// Entry  System.Threading.CancellationToken.Register          every delegate parameter, or the handlers of an event
/// Entry  System.Threading.Timer.new(callback)                 one parameter; 'new' is the constructor
/// Inline System.Linq.Enumerable                               every member of the type, unless a line names the member
/// Send   System.Threading.Timer.new(state)                    the value of a parameter
/// </code>
/// <para>Names of types are metadata names. Where lines disagree, the one that names more counts: parameter, member, type. A list never changes, and holds strings alone.</para>
/// </remarks>
internal sealed class ApiList
{
    private const string Extension = "boundaries.txt";
    private const ApiRole Contradiction = ApiRole.Entry | ApiRole.Inline;

    private static readonly Lazy<ApiList> Ours = new(static () => Parse(ReadShipped(), Extension));

    private readonly Dictionary<string, ApiRole> roles;

    /// <summary>Types that some line names, so that most members are told by one look.</summary>
    private readonly HashSet<string> types;

    /// <summary>Their last words: to put together the whole name of a type costs more than all else that is asked of it.</summary>
    private readonly HashSet<string> words;

    private ApiList(Dictionary<string, ApiRole> roles, HashSet<string> types, ImmutableArray<KindListError> errors)
    {
        (this.roles, this.types, Errors) = (roles, types, errors);
        words = new(types.Select(static type => type.Substring(type.LastIndexOfAny(['.', '+']) + 1)), StringComparer.Ordinal);
    }

    internal static ApiList Shipped => Ours.Value;

    /// <summary>Lines that could not be read, in their order.</summary>
    internal ImmutableArray<KindListError> Errors { get; }

    /// <summary>What lines are about: <c>Type</c>, <c>Type.Member</c> or <c>Type.Member(parameter)</c>.</summary>
    internal IEnumerable<string> Names => roles.Keys;

    internal static bool IsOne(AdditionalText file) => file.Path.EndsWith($".{Extension}", StringComparison.OrdinalIgnoreCase);

    /// <summary>The user's lines over the shipped ones. Lines that cannot be read are left out here; TROOP014 reports them.</summary>
    internal static ApiList Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        ApiList list = Shipped;
        foreach (AdditionalText file in files)
        {
            if (IsOne(file) && file.GetText(cancellation) is { } text)
            {
                list = list.With(Parse(text.ToString(), file.Path));
            }
        }

        return list;
    }

    internal static ApiList Parse(string text, string fileName)
    {
        Dictionary<string, ApiRole> found = new(StringComparer.Ordinal);
        HashSet<string> named = new(StringComparer.Ordinal);
        ImmutableArray<KindListError>.Builder errors = ImmutableArray.CreateBuilder<KindListError>();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            ApiLine read = ApiLine.Read(line);
            if (read.Message is not null)
            {
                errors.Add(new(fileName, number, read.Column, read.Length, read.Message));
            }
            else if (read.Name is { } name)
            {
                ApiRole all = read.Role | (found.TryGetValue(name, out ApiRole known) ? known : ApiRole.None);
                if ((all & Contradiction) == Contradiction)
                {
                    errors.Add(
                        new(fileName, number, read.Column, read.Length, $"'{name}' is both Entry and Inline; the delegate may run elsewhere, or it never does")
                    );
                    continue;
                }

                found[name] = all;
                // Nothing in a name tells whether its last word is a type's or a member's.
                string path = name.Split('(')[0];
                named.Add(path);
                named.Add(path.Substring(0, Math.Max(0, path.LastIndexOf('.'))));
            }
        }

        return new(found, named, errors.ToImmutable());
    }

    /// <summary>Whether some line is about the type or about a member of it.</summary>
    internal bool Knows(string type) => types.Contains(type);

    /// <summary>Whether some line may be about a type whose metadata name, without what it stands in, is that.</summary>
    internal bool MayKnow(string word) => words.Contains(word);

    /// <summary>What lines say of exactly that name.</summary>
    internal ApiRole Of(string name) => roles.TryGetValue(name, out ApiRole found) ? found : ApiRole.None;

    /// <summary>Both lists; where both know a name, what <paramref name="users"/> says.</summary>
    private ApiList With(ApiList users)
    {
        Dictionary<string, ApiRole> both = new(roles, StringComparer.Ordinal);
        foreach (KeyValuePair<string, ApiRole> entry in users.roles)
        {
            both[entry.Key] = entry.Value;
        }

        HashSet<string> known = new(types, StringComparer.Ordinal);
        known.UnionWith(users.types);
        return new(both, known, Errors.AddRange(users.Errors));
    }

    internal static string ReadShipped()
    {
        Assembly assembly = typeof(ApiList).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(Extension)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
