using Microsoft.CodeAnalysis.Text;
using Troops.Roslyn.Shipped;

namespace Troops.Tests.Roslyn.Shipped;

/// <summary>A wrong line is answered with what is wrong, where, and what would be right.</summary>
[TestFixture, Category("Unit")]
internal sealed class KindListErrorTests
{
    private const string Kinds = "Val, Cond(0), Sync, Sync(0), Ref or Generator";
    private const string NoName =
        " is not a metadata name, as are System.Uri, System.Collections.Generic.List`1 and, nested, System.Collections.Immutable.ImmutableArray`1+Builder";
    private const string AfterName = "after the name may follow 'exact' or 'member', and a comment after ' #'";

    // The wrong word stands between the brackets.
    [TestCase("[Vall] N.A", "'Vall' is no kind: " + Kinds)]
    [TestCase("[val] N.A", "'val' is no kind: " + Kinds)]
    [TestCase("[N.A]", "'N.A' is no kind: " + Kinds)]
    [TestCase("[(0)] N.A", "'(0)' is no kind: " + Kinds)]
    [TestCase("[Vall](0) N.A", "'Vall' is no kind: " + Kinds)]
    [TestCase("  Val[]", "the name is missing after 'Val', as in: Val System.Uri")]
    [TestCase("Val[]   # N.A", "the name is missing after 'Val', as in: Val System.Uri")]
    [TestCase("Cond(0)[]", "the name is missing after 'Cond(0)', as in: Cond(0) System.Collections.Generic.KeyValuePair`2")]
    [TestCase("Val [exact]", "the name is missing before 'exact', as in: Val System.EventArgs exact")]
    [TestCase("Sync [member]", "the name is missing before 'member', as in: Sync System.StringComparer.Ordinal member")]
    [TestCase("Generator[]", "the name is missing after 'Generator', as in: Generator System.Text.Json.SourceGeneration")]
    [TestCase("[Cond] N.A`1", "'Cond' says on which type arguments it depends, counted from 0: Cond(0) or Cond(0,1)")]
    [TestCase("Cond[()] N.A`1", "'()' should be numbers of type arguments in parentheses, counted from 0: (0) or (0,1)")]
    [TestCase("Cond[(0,)] N.A`1", "'' is not the number of a type argument, counted from 0: (0) or (0,1)")]
    [TestCase("Cond[(T)] N.A`1", "'T' is not the number of a type argument, counted from 0: (0) or (0,1)")]
    [TestCase("Cond[(-1)] N.A`1", "'-1' is not the number of a type argument, counted from 0: (0) or (0,1)")]
    [TestCase("Cond[(1)] N.A`1", "there is no type argument 1: N.A`1 has one type argument, number 0")]
    [TestCase("Sync[(2)] N.A`2", "there is no type argument 2: N.A`2 has 2 type arguments, numbers 0 to 1")]
    [TestCase("Cond[(3)] N.A`2+B`1", "there is no type argument 3: N.A`2+B`1 has 3 type arguments, numbers 0 to 2")]
    [TestCase("Cond[(0)] N.A", "there is no type argument 0: N.A has no type arguments (a generic type's name ends with a backtick and their number)")]
    [TestCase("Cond[(0,0)] N.A`1", "type argument 0 stands here twice")]
    [TestCase("Val[(0)] N.A`1", "'Val' depends on no type arguments; what does is Cond(0) or Sync(0)")]
    [TestCase("Ref[(0)] N.A`1", "'Ref' depends on no type arguments; what does is Cond(0) or Sync(0)")]
    [TestCase("Generator[(0)] X", "'Generator' depends on no type arguments; what does is Cond(0) or Sync(0)")]
    [TestCase("Val N.A [because]", "'because' is too much here: " + AfterName)]
    [TestCase("Val N.A exact [because]", "'because' is too much here: " + AfterName)]
    [TestCase("Val N.A.M[()] member", "'()' is too much here: " + AfterName)]
    [TestCase("Generator X [Y]", "'Y' is too much here: " + AfterName)]
    [TestCase("Generator X [member]", "'member' means nothing for a generator: Generator X")]
    [TestCase("Generator X [exact]", "'exact' means nothing for a generator: Generator X")]
    [TestCase("Val N.A exact [exact]", "'exact' stands here twice")]
    [TestCase("Val N.A.M member [member]", "'member' stands here twice")]
    [TestCase("Val N.A.M exact [member]", "a line is either 'exact' or 'member': a member's value is of its kind, whatever its class")]
    [TestCase("Val N.A.M member [exact]", "a line is either 'exact' or 'member': a member's value is of its kind, whatever its class")]
    [TestCase("Ref N.A [exact]", "'exact' means nothing for 'Ref', which promises nothing of any object: Ref N.A")]
    [TestCase("Cond(0) N.A`1.M [member]", "the kind of a member cannot depend on type arguments: Val N.A`1.M member")]
    [TestCase("Sync(0) N.A`1.M [member]", "the kind of a member cannot depend on type arguments: Sync N.A`1.M member")]
    [TestCase("Val [M] member", "'M' is not a member: the type, a dot and the member's name without type parameters, as in System.StringComparer.Ordinal")]
    [TestCase(
        "Val [N.A+B] member",
        "'N.A+B' is not a member: the type, a dot and the member's name without type parameters, as in System.StringComparer.Ordinal"
    )]
    [TestCase(
        "Val [N.A.M`1] member",
        "'N.A.M`1' is not a member: the type, a dot and the member's name without type parameters, as in System.StringComparer.Ordinal"
    )]
    [TestCase("Val [N.A<T>]", "'N.A<T>' is not a metadata name: the number of type parameters goes after a backtick, as in System.Collections.Generic.List`1")]
    [TestCase(
        "Val [N.A<K,] V>",
        "'N.A<K,' is not a metadata name: the number of type parameters goes after a backtick, as in System.Collections.Generic.List`1"
    )]
    [TestCase("Val [global::N.A]", "'global::N.A' is not a metadata name: leave out 'global::'")]
    [TestCase("Val [N..A]", "'N..A'" + NoName)]
    [TestCase("Val [N.A`]", "'N.A`'" + NoName)]
    [TestCase("Val [N.A`0]", "'N.A`0'" + NoName)]
    [TestCase("Val [N.A`1`2]", "'N.A`1`2'" + NoName)]
    [TestCase("Val [N.1A]", "'N.1A'" + NoName)]
    [TestCase("Val [N/A]", "'N/A'" + NoName)]
    public void A_wrong_line_is_explained(string line, string message)
    {
        // Brackets that are not marks of ours occur in no case.
        int open = line.IndexOf('[', StringComparison.Ordinal);
        int close = line.IndexOf(']', StringComparison.Ordinal);
        string text = line.Remove(close, 1).Remove(open, 1);
        KindListError expected = new("f", 2, open + 1, close - open - 1, message);

        KindList list = KindList.Parse("# first\n" + text + "\nVal N.Z", "f");

        Assert.That(list.Errors, Is.EqualTo(new[] { expected }));
        Assert.That(list.Entries.Select(static entry => entry.Name), Is.EqualTo(new[] { "N.Z" }), "the wrong line says nothing, the others all");
    }

    [TestCase("Val N.A[]")]
    [TestCase("Val N.A[,]")]
    public void Arrays_are_not_listed(string line)
    {
        KindListError error = KindList.Parse(line, "f").Errors.Single();
        Assert.That(error.Message, Does.EndWith("is not a metadata name: arrays are mutable whatever they hold, and need no line"));
    }

    [TestCase("Val N.A\nRef N.A", 5, 3)]
    [TestCase("Val N.A.M member\nSync  N.A.M member", 7, 5)]
    [TestCase("Generator A.B\nGenerator A.B", 11, 3)]
    public void A_name_is_listed_once(string text, int column, int length)
    {
        KindListError error = KindList.Parse(text, "f").Errors.Single();
        string name = text.Split('\n')[1].Substring(column - 1, length);
        Assert.That(error, Is.EqualTo(new KindListError("f", 2, column, length, $"'{name}' is already listed above; one line for each name")));
    }

    [Test]
    public void An_unclosed_parenthesis_takes_the_rest_of_the_line()
    {
        KindListError error = KindList.Parse("Cond(0 N.A`1", "f").Errors.Single();
        Assert.That(error.Message, Does.StartWith("the name is missing after 'Cond(0 N.A`1'"));
    }

    [Test]
    public void An_error_stands_where_an_editor_looks_for_it()
    {
        KindListError error = KindList.Parse("\n Vall N.A", "a.troops.txt").Errors.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Span, Is.EqualTo(new LinePositionSpan(new(1, 1), new(1, 5))));
            Assert.That(error.ToString(), Is.EqualTo("a.troops.txt(2,2): 'Vall' is no kind: " + Kinds));
        }
    }
}
