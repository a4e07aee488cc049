using System.Collections.Immutable;
using System.Text;

namespace Troops.Roslyn.Shipped;

/// <summary>What is known by name about types that carry none of our attributes: the shipped lists, a user's <c>*.troops.txt</c>, the summary of an assembly.</summary>
/// <remarks>
/// <para>One entry a line, after <c>#</c> a comment. Names are metadata names: <c>List`1</c>, <c>Dictionary`2+Enumerator</c>.</para>
/// <code>
/// Val  System.Guid                                                  deeply immutable, whatever subclass may come
/// Val  System.EventArgs exact                                       only objects of exactly this class
/// Val  System.StringComparer.Ordinal member                         the value of a static field, property or method
/// Cond(0,1) System.Collections.Generic.KeyValuePair`2               immutable if these type arguments are, else as good as the worst of them
/// Sync System.Net.Http.HttpClient                                   thread-safe
/// Sync(0) System.Collections.Concurrent.ConcurrentQueue`1           thread-safe if these type arguments can be shared
/// Ref  System.Text.StringBuilder                                    mutable; listed so that a message can say so
/// Generator System.Text.Json.SourceGeneration                       the rules on statics trust this tool's output
/// </code>
/// <para>A list never changes, and any number of threads may read it: it holds strings alone, no symbols, so it may outlive a compilation.</para>
/// </remarks>
internal sealed partial class KindList
{
    private readonly Dictionary<string, KindEntry> types;
    private readonly Dictionary<string, KindEntry> members;
    private readonly HashSet<string> generators;

    private KindList(
        Dictionary<string, KindEntry> types,
        Dictionary<string, KindEntry> members,
        HashSet<string> generators,
        ImmutableArray<KindListError> errors
    )
    {
        (this.types, this.members, this.generators, Errors) = (types, members, generators, errors);
    }

    /// <summary>Lines that could not be read, in their order.</summary>
    internal ImmutableArray<KindListError> Errors { get; }

    /// <summary>Of types and members, in no particular order.</summary>
    internal IEnumerable<KindEntry> Entries => types.Values.Concat(members.Values);

    internal IEnumerable<string> Generators => generators;

    /// <summary>Reads a list; of two lines about the same name the first one counts.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="fileName">What errors call the list.</param>
    internal static KindList Parse(string text, string fileName) => Parse([(text, fileName)]);

    /// <summary>Both lists; where both know a name, what <paramref name="users"/> says.</summary>
    internal KindList With(KindList users)
    {
        HashSet<string> tools = new(generators, StringComparer.Ordinal);
        tools.UnionWith(users.generators);
        return new(Merge(types, users.types), Merge(members, users.members), tools, Errors.AddRange(users.Errors));
    }

    /// <summary>What is known about a type, by its metadata name; null if nothing is.</summary>
    internal KindEntry? Type(string metadataName) => types.TryGetValue(metadataName, out KindEntry? entry) ? entry : null;

    /// <summary>What is known about the value of a static member, by the metadata name of its type, a dot and its name; null if nothing is.</summary>
    internal KindEntry? Member(string fullName) => members.TryGetValue(fullName, out KindEntry? entry) ? entry : null;

    /// <summary>Whether the rules on statics trust the output of this source generator.</summary>
    /// <param name="tool">As in <c>[GeneratedCode]</c>; some tools give there the full name of their assembly, of which the simple name counts.</param>
    internal bool TrustsGenerator(string tool)
    {
        int comma = tool.IndexOf(',');
        return generators.Contains(comma < 0 ? tool : tool.Substring(0, comma).TrimEnd());
    }

    /// <summary>A text that <see cref="Parse"/> reads back, sorted.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (KindEntry entry in Entries.OrderBy(static entry => entry.Name, StringComparer.Ordinal).ThenBy(static entry => entry.IsMember))
        {
            text.Append(entry).Append('\n');
        }

        foreach (string tool in generators.OrderBy(static tool => tool, StringComparer.Ordinal))
        {
            text.Append("Generator ").Append(tool).Append('\n');
        }

        return text.ToString();
    }

    private static KindList Parse(IEnumerable<(string Text, string Name)> files)
    {
        Dictionary<string, KindEntry> allTypes = new(StringComparer.Ordinal);
        Dictionary<string, KindEntry> allMembers = new(StringComparer.Ordinal);
        HashSet<string> tools = new(StringComparer.Ordinal);
        ImmutableArray<KindListError>.Builder errors = ImmutableArray.CreateBuilder<KindListError>();
        foreach ((string text, string fileName) in files)
        {
            int line = 0;
            for (int start = 0; start < text.Length; )
            {
                line++;
                int end = text.IndexOf('\n', start);
                end = end < 0 ? text.Length : end;
                KindLine read = KindLine.Read(text, start, end);
                start = end + 1;
                bool isNew = read.Generator is { } tool
                    ? tools.Add(tool)
                    : read.Entry is not { } entry || TryAdd(entry.IsMember ? allMembers : allTypes, entry);
                string? message = isNew ? read.Message : $"'{read.Generator ?? read.Entry!.Name}' is already listed above; one line for each name";
                if (message is not null)
                {
                    errors.Add(new(fileName, line, read.Column, read.Length, message));
                }
            }
        }

        return new(allTypes, allMembers, tools, errors.ToImmutable());
    }

    private static bool TryAdd(Dictionary<string, KindEntry> entries, KindEntry entry)
    {
        if (entries.ContainsKey(entry.Name))
        {
            return false;
        }

        entries.Add(entry.Name, entry);
        return true;
    }

    private static Dictionary<string, KindEntry> Merge(Dictionary<string, KindEntry> below, Dictionary<string, KindEntry> above)
    {
        Dictionary<string, KindEntry> both = new(below, StringComparer.Ordinal);
        foreach (KeyValuePair<string, KindEntry> entry in above)
        {
            both[entry.Key] = entry.Value;
        }

        return both;
    }
}
