using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Shipped;

namespace Troops.Tests.Roslyn.Boundaries;

/// <summary>Lists of boundaries, line by line: what they say, and what is said about lines that say nothing.</summary>
[TestFixture, Category("Unit")]
internal sealed class ApiListTests
{
    private const string Words = "Entry, Inline, Send, Fresh, Threads, Blocks, Unsafe, Reflection, StrictReflection, Handle, Singleton";
    private const string NoParameter =
        " should be a type, a dot, a member and one parameter's name in parentheses, as in: System.Threading.Timer.new(callback)";
    private const string TooMuch = " is too much here: a line is a word and a name, and a comment after '#'";

    [TestCase("Entry N.A.M", "N.A.M", ApiRole.Entry)]
    [TestCase("Inline N.A`1", "N.A`1", ApiRole.Inline)]
    [TestCase("Inline N.A`1+B.M", "N.A`1+B.M", ApiRole.Inline)]
    [TestCase("Send N.A.M(value)", "N.A.M(value)", ApiRole.Send)]
    [TestCase("Entry N.A.new(_done1)", "N.A.new(_done1)", ApiRole.Entry)]
    [TestCase("  StrictReflection \t N.A.M  ", "N.A.M", ApiRole.StrictReflection)]
    [TestCase("Blocks N.A.M\r", "N.A.M", ApiRole.Blocks)]
    [TestCase("Blocks N.A.M# why", "N.A.M", ApiRole.Blocks)]
    public void A_line_is_a_word_and_a_name(string line, string name, ApiRole role) => Assert.That(Read(line).Of(name), Is.EqualTo(role));

    [Test]
    public void A_name_has_every_role_that_some_line_gives_it() =>
        Assert.That(Read("Entry N.A.M\nThreads N.A.M\nBlocks N.A").Of("N.A.M"), Is.EqualTo(ApiRole.Entry | ApiRole.Threads));

    [TestCase("")]
    [TestCase("# Entry N.A.M")]
    [TestCase("   \t# x\r")]
    public void Comments_and_blank_lines_say_nothing(string line) => Assert.That(Read(line).Names, Is.Empty);

    [Test]
    public void Nothing_is_known_of_a_name_that_is_not_listed()
    {
        ApiList list = Read("Entry N.A.M(value)");
        Assert.That((list.Of("N.A.M"), list.Of("N.A"), list.Of("n.a.m(value)")), Is.EqualTo((ApiRole.None, ApiRole.None, ApiRole.None)));
    }

    [Test]
    public void The_type_of_every_name_is_known_so_that_the_others_cost_one_look()
    {
        ApiList list = Read("Entry N.A.M(value)\nInline N.B`1");
        Assert.That((list.Knows("N.A"), list.Knows("N.B`1"), list.Knows("N.C")), Is.EqualTo((true, true, false)));
    }

    // The wrong word stands between the brackets.
    [TestCase("[Enter] N.A", "'Enter' is none of " + Words)]
    [TestCase("[entry] N.A", "'entry' is none of " + Words)]
    [TestCase("[None] N.A", "'None' is none of " + Words)]
    [TestCase("[1] N.A", "'1' is none of " + Words)]
    [TestCase("[+1] N.A", "'+1' is none of " + Words)]
    [TestCase("[Entry,Inline] N.A", "'Entry,Inline' is none of " + Words)]
    [TestCase("[N.A.M]", "'N.A.M' is none of " + Words)]
    [TestCase("  Entry[]  # N.A", "the name is missing after 'Entry', as in: Entry System.Threading.Timer.new")]
    [TestCase("Send[]", "the name is missing after 'Send', as in: Send System.Threading.Timer.new(state)")]
    [TestCase("Entry N.A.M [A]", "'A'" + TooMuch)]
    [TestCase("Entry N.A.M [(a)]", "'(a)'" + TooMuch)]
    [TestCase("Entry N.A.M(a, [b)]", null)]
    [TestCase(
        "Entry [N.A<T>]",
        "'N.A<T>' is not a metadata name: the number of type parameters goes after a backtick, as in System.Collections.Generic.List`1"
    )]
    [TestCase("Entry [global::N.A.M]", "'global::N.A.M' is not a metadata name: leave out 'global::'")]
    [TestCase("Entry [N.A.M(]", "'N.A.M('" + NoParameter)]
    [TestCase("Entry [N.A.M()]", "'N.A.M()'" + NoParameter)]
    [TestCase("Entry [N.A.M(a,b)]", "'N.A.M(a,b)'" + NoParameter)]
    [TestCase("Entry [N.A.M(a))]", "'N.A.M(a))'" + NoParameter)]
    [TestCase("Entry [N.A.M(1a)]", "'N.A.M(1a)'" + NoParameter)]
    [TestCase("Entry [M(a)]", "'M(a)'" + NoParameter)]
    [TestCase("Entry [(a)]", "'(a)'" + NoParameter)]
    [TestCase("Send [N.A.M]", "'Send' is about one parameter: Send N.A.M(value)")]
    [TestCase("Blocks [N.A.M(a)]", "'Blocks' is about a member, not about one of its parameters: Blocks N.A.M")]
    public void A_wrong_line_is_explained(string line, string? message)
    {
        int open = line.IndexOf('[', StringComparison.Ordinal);
        int close = line.IndexOf(']', StringComparison.Ordinal);
        string text = line.Remove(close, 1).Remove(open, 1);

        ApiList list = ApiList.Parse("# first\n" + text + "\nEntry N.Z", "f");

        KindListError error = list.Errors.Single();
        Assert.That((error.File, error.Line, error.Column, error.Length), Is.EqualTo(("f", 2, open + 1, close - open - 1)));
        Assert.That(error.Message, message is null ? Does.EndWith(TooMuch) : Is.EqualTo(message));
        Assert.That(list.Names, Is.EqualTo(new[] { "N.Z" }), "the wrong line says nothing, the others all");
    }

    [Test]
    public void A_delegate_cannot_run_elsewhere_and_never_do_so()
    {
        ApiList list = ApiList.Parse("Entry N.A.M\nThreads N.A.M\n Inline N.A.M", "f");
        KindListError error = list.Errors.Single();
        Assert.That((error.Line, error.Column, error.Length), Is.EqualTo((3, 9, 5)));
        Assert.That(error.Message, Is.EqualTo("'N.A.M' is both Entry and Inline; the delegate may run elsewhere, or it never does"));
        Assert.That(list.Of("N.A.M"), Is.EqualTo(ApiRole.Entry | ApiRole.Threads));
    }

    [Test]
    public void A_users_lines_about_a_name_replace_ours_and_add_to_the_others()
    {
        ApiList list = ApiList.Read(
            [
                new MemoryText("lists/my.boundaries.txt", "Inline System.Threading.Tasks.Task.Run\nEntry N.A.M\nEnter N.B"),
                new MemoryText("notes.txt", "Entry N.C"),
            ],
            CancellationToken.None
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Of("System.Threading.Tasks.Task.Run"), Is.EqualTo(ApiRole.Inline));
            Assert.That(list.Of("N.A.M"), Is.EqualTo(ApiRole.Entry));
            Assert.That(list.Of("System.Linq.Enumerable"), Is.EqualTo(ApiRole.Inline));
            Assert.That(list.Of("N.C"), Is.EqualTo(ApiRole.None), "no list");
            Assert.That(list.Errors.Select(static error => (error.File, error.Line)), Is.EqualTo(new[] { ("lists/my.boundaries.txt", 3) }));
            Assert.That(ApiList.Shipped.Of("N.A.M"), Is.EqualTo(ApiRole.None), "a list never changes");
        }
    }

    private static ApiList Read(string text)
    {
        ApiList list = ApiList.Parse(text, "test.boundaries.txt");
        Assert.That(list.Errors, Is.Empty);
        return list;
    }

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
