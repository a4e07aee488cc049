using System.Collections.Immutable;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>A random body: its statements, and the tasks beside it.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Members">The tasks beside it; each calls those before it alone.</param>
/// <param name="Main">Its statements.</param>
internal sealed record Body(ulong Seed, ImmutableArray<Node> Members, Node Main)
{
    private const string Uncalled = "Later.Add(";

    /// <summary>How the corpus calls it.</summary>
    internal string Name => $"{Type}.Run";

    internal string Type => $"B{Seed}";

    internal int Statements => Main.Statements + Members.Sum(static member => member.Statements + 1);

    /// <summary>How many nodes there are.</summary>
    internal int Size => Members.Append(Main).Sum(static node => node.All.Count());

    internal IEnumerable<string> Constructs =>
        Members.Append(Main).SelectMany(static node => node.All).Where(static node => !node.IsBlock && !node.IsAtom).Select(static node => node.Construct.Name);

    /// <summary>A file of C#. What a shrunk body does not need is not there.</summary>
    internal string Print()
    {
        string members = string.Concat(Members.Select(static member => $"\n\n{member.Print()}"));
        string main = Main.Print();
        string end = (main + members).Contains(Uncalled, StringComparison.Ordinal)
            ? "\nfor (int i = 0; i < Math.Min(box.Later.Count, 30); i++)\n{\n    p.Say(box.Later[i]());\n}\n"
            : "";
        return $"namespace Corpus;\n\npublic static partial class {Type}\n{{{Indented($"\n[TroopTask]\npublic static async TroopTask<string> Run(Probe p)\n{{{Indented($"\nCell box = new();\n{main}\n{end}return $\"{{box}}\";")}\n}}{members}")}\n}}\n";
    }

    private static string Indented(string text) => text.Replace("\n", "\n    ", StringComparison.Ordinal);
}
