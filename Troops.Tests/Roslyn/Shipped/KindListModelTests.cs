using System.Collections.Immutable;
using CsCheck;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.Tests.Roslyn.Shipped;

/// <summary>Whatever a list holds, it can be written and read back; whatever a text is, it can be read.</summary>
[TestFixture, Category("Model")]
internal sealed class KindListModelTests
{
    private static readonly Gen<string> Identifier = OneOf("A", "Bc", "_d", "Größe", "X1");

    /// <summary>A name with the number of its type arguments.</summary>
    private static readonly Gen<(string Name, int Arity)> TypeName = Gen.Select(Identifier.Array[1, 3], Gen.Select(Identifier, Gen.Int[0, 3]).Array[1, 2])
        .Select(
            static (spaces, types) =>
                (
                    string.Join('.', spaces) + "." + string.Join('+', types.Select(static type => type.Item2 == 0 ? type.Item1 : $"{type.Item1}`{type.Item2}")),
                    types.Sum(static type => type.Item2)
                )
        );

    private static readonly Gen<KindEntry> TypeEntry = Gen.Select(TypeName, Gen.Enum<Kind>(), Gen.Int[0, 7], Gen.Bool)
        .Select(
            static (name, kind, mask, exact) =>
                new KindEntry(
                    kind,
                    name.Name,
                    kind == Kind.Ref ? [] : [.. Enumerable.Range(0, Math.Min(name.Arity, 3)).Where(index => (mask & (1 << index)) != 0)],
                    exact && kind != Kind.Ref,
                    IsMember: false
                )
        );

    private static readonly Gen<KindEntry> MemberEntry = Gen.Select(TypeName, Identifier, Gen.Enum<Kind>())
        .Select(static (name, member, kind) => new KindEntry(kind, $"{name.Name}.{member}", [], Exact: false, IsMember: true));

    private static readonly Gen<ImmutableArray<KindEntry>> Entries = Gen.OneOf(TypeEntry, MemberEntry)
        .Array[0, 20]
        .Select(static entries => entries.DistinctBy(static entry => (entry.Name, entry.IsMember)).ToImmutableArray());

    private static readonly Gen<string> Noise = OneOf("", "\n", "\r\n", "# Val A.B\n", "   \n");

    private static readonly Gen<string> Scrap = OneOf(
        "Val",
        "Cond",
        "Sync",
        "Ref",
        "Generator",
        "(",
        ")",
        "(0)",
        "0",
        ",",
        "#",
        " ",
        "\t",
        "\n",
        "\r\n",
        "A.B",
        "`1",
        "+",
        "<",
        "exact",
        "member",
        "[",
        "::",
        "."
    );

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    [Test]
    public void What_is_written_can_be_read_back() =>
        Gen.Select(Entries, Identifier.Array[0, 3], Noise)
            .Sample(
                static (entries, tools, noise) =>
                {
                    string text = string.Concat(
                        entries.Select(entry => $"{entry} # why\n{noise}").Concat(tools.Distinct().Select(static tool => $"Generator {tool}\n"))
                    );
                    KindList list = KindList.Parse(text, "f");
                    KindList again = KindList.Parse(list.ToString(), "f");
                    return list.Errors.IsEmpty
                        && again.Errors.IsEmpty
                        && again.ToString() == list.ToString()
                        && again.Entries.ToHashSet().SetEquals(entries)
                        && again.Generators.ToHashSet().SetEquals(tools)
                        && entries.All(entry => entry.Equals(entry.IsMember ? again.Member(entry.Name) : again.Type(entry.Name)));
                },
                iter: 2_000
            );

    [Test]
    public void Any_text_can_be_read_and_each_error_lies_within_it() =>
        Scrap
            .Array[0, 30]
            .Select(static scraps => string.Concat(scraps))
            .Sample(
                static text =>
                {
                    string[] lines = text.Split('\n');
                    return KindList
                        .Parse(text, "f")
                        .Errors.All(error =>
                            error.Line <= lines.Length && error.Column >= 1 && error.Column - 1 + error.Length <= lines[error.Line - 1].Length
                        );
                },
                iter: 20_000
            );
}
