using System.Reflection;
using Mono.Cecil;
using NetArchTest.Rules;

namespace Troops.Tests.House;

/// <summary>Who may know whom inside the runtime. The allowed arrows are listed; every other one is a failure.</summary>
[TestFixture, Category("Unit")]
internal sealed class ArrowTests
{
    private const string Root = "";

    private static readonly Assembly Runtime = typeof(ImmutableAttribute).Assembly;

    /// <summary>Leaves: anybody may use them, they use nobody but what they need to be annotated, and Seams: a trace is written by a kernel thread of its own.</summary>
    private static readonly string[] Leaves = ["Annotations", "Diagnostics"];

    /// <summary>
    /// Root and Tasks are one layer, for a method builder and the task that it returns name each other. Sharing and Boundaries hand out tasks, and what users
    /// type offers Boundaries and Limits, so these see each other; Sites is what generated bodies put around what they await, a task or a builtin, and nobody knows it; they all stand on Scheduling, which sees a thread by its own header type alone and stands on Seams.
    /// Seams is the one door to the clock and to kernel threads, so whoever needs a deadline, a callback on the pool or a gate goes there too.
    /// </summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        [Root] = ["Tasks", "Boundaries", "Limits", "Scheduling", "Seams"],
        ["Tasks"] = [Root, "Boundaries", "Limits", "Scheduling", "Seams"],
        ["Sharing"] = [Root, "Tasks", "Limits", "Scheduling", "Seams"],
        ["Sites"] = [Root, "Tasks", "Sharing"],
        ["Boundaries"] = [Root, "Tasks", "Limits", "Scheduling"],
        ["Limits"] = [Root, "Scheduling"],
        ["Scheduling"] = ["Seams"],
        ["Seams"] = [],
        ["Annotations"] = [],
        ["Diagnostics"] = ["Annotations", "Seams"],
    };

    private static readonly IReadOnlyList<SourceType> Sources = SourceTree.TypesBelow("Troops.Runtime");

    [Test]
    public void Every_reference_between_folders_of_the_runtime_follows_an_arrow()
    {
        using CompiledCode code = new(Runtime);
        Dictionary<string, string> folders = FoldersOfTypes(code);
        string[] wrong =
        [
            .. code
                .Types.SelectMany(type => CompiledCode.References(type).Select(reference => (From: type.FullName, To: NameInRuntime(reference, folders))))
                .Where(arrow => arrow.To is not null && !IsAllowed(folders[arrow.From], folders[arrow.To]))
                .Select(arrow => $"{Show(folders[arrow.From])} -> {Show(folders[arrow.To!])}: {arrow.From} refers to {arrow.To}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }

    [Test]
    public void Every_folder_of_the_runtime_has_its_arrows_written_down()
    {
        IEnumerable<string> unknown = Sources.Select(static type => type.Folder).Distinct().Except(Arrows.Keys, StringComparer.Ordinal);
        Assert.That(unknown, Is.Empty, "folders without a line in the table of arrows");
    }

    [Test]
    public void Scheduling_never_sees_what_users_type()
    {
        string[] users = [.. Sources.Where(static type => type.Folder == Root).Select(static type => type.FullName)];
        Assert.That(users, Is.Not.Empty, "types in the root of the runtime");

        PredicateList scheduling = Types.InAssembly(Runtime).That().ResideInNamespace("Troops.Scheduling");
        Assert.That(scheduling.GetTypes(), Is.Not.Empty, "types in Troops.Scheduling");

        TestResult result = scheduling.ShouldNot().HaveDependencyOnAny(users).GetResult();
        Assert.That(result.IsSuccessful, Is.True, () => $"these see a type of the root: {string.Join(", ", result.FailingTypeNames)}");
    }

    [Test]
    public void The_runtime_stands_on_the_base_class_library_alone()
    {
        using CompiledCode code = new(Runtime);
        IEnumerable<string> foreign = code.ReferencedAssemblies.Where(static name => !File.Exists(Path.Combine(CompiledCode.FrameworkFolder, $"{name}.dll")));
        Assert.That(foreign, Is.Empty, "assemblies that are not part of .NET");
    }

    private static bool IsAllowed(string from, string to) =>
        from == to
        || (Leaves.Contains(to, StringComparer.Ordinal) && !Leaves.Contains(from, StringComparer.Ordinal))
        || Arrows[from].Contains(to, StringComparer.Ordinal);

    private static string Show(string folder) => folder == Root ? "(root)" : folder;

    private static string? NameInRuntime(MemberReference reference, Dictionary<string, string> folders) =>
        reference is TypeReference type && folders.ContainsKey(CompiledCode.OutermostName(type)) ? CompiledCode.OutermostName(type) : null;

    private static Dictionary<string, string> FoldersOfTypes(CompiledCode code)
    {
        ILookup<string, SourceType> byName = Sources.ToLookup(static type => type.FullName, StringComparer.Ordinal);
        Dictionary<string, string> folders = [];
        foreach (TypeDefinition type in code.Types)
        {
            string[] found = [.. FindSources(type, byName).Select(static source => source.Folder).Distinct()];
            Assert.That(found, Has.Length.EqualTo(1), $"{type.FullName} must be declared in exactly one folder");
            folders.Add(type.FullName, found[0]);
        }

        return folders;
    }

    private static IEnumerable<SourceType> FindSources(TypeDefinition type, ILookup<string, SourceType> byName)
    {
        if (!type.Name.StartsWith('<'))
        {
            return byName[type.FullName];
        }

        // <File>FhashOfPath__Name: what a file-local type is called in metadata.
        string file = $"/{type.Name[1..type.Name.IndexOf('>', StringComparison.Ordinal)]}.cs";
        return Sources.Where(source => source.IsFileLocal && source.Path.EndsWith(file, StringComparison.Ordinal));
    }
}
