using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.Tests.Roslyn.Shipped;

/// <summary>What a list says, line by line.</summary>
[TestFixture, Category("Unit")]
internal sealed class KindListTests
{
    [TestCase("Val System.Guid", Kind.Val)]
    [TestCase("Sync System.Guid", Kind.Sync)]
    [TestCase("Ref System.Guid", Kind.Ref)]
    [TestCase("  Val\t \tSystem.Guid  ", Kind.Val)]
    [TestCase("Val System.Guid # a reason", Kind.Val)]
    [TestCase("Val System.Guid\r", Kind.Val)]
    public void A_line_is_a_kind_and_a_name(string line, Kind kind)
    {
        KindEntry? entry = Read(line).Type("System.Guid");
        Assert.That(entry, Is.EqualTo(new KindEntry(kind, "System.Guid", [], Exact: false, IsMember: false)));
    }

    [TestCase("Cond(0,1) N.Pair`2", Kind.Val, new[] { 0, 1 })]
    [TestCase("Cond( 1 , 0 ) N.Pair`2", Kind.Val, new[] { 1, 0 })]
    [TestCase("Cond (1) N.Pair`2", Kind.Val, new[] { 1 })]
    [TestCase("Sync(1)N.Pair`2", Kind.Sync, new[] { 1 })]
    public void Numbers_of_type_arguments_stand_in_parentheses(string line, Kind kind, int[] arguments)
    {
        KindEntry? entry = Read(line).Type("N.Pair`2");
        Assert.That(entry, Is.EqualTo(new KindEntry(kind, "N.Pair`2", [.. arguments], Exact: false, IsMember: false)));
    }

    [Test]
    public void Type_arguments_of_a_nested_type_are_counted_from_the_outermost() =>
        Assert.That(Read("Cond(0,2) N.Outer`2+Inner`1").Type("N.Outer`2+Inner`1")?.Arguments, Is.EqualTo(new[] { 0, 2 }));

    [Test]
    public void Exact_is_of_objects_of_that_very_class() => Assert.That(Read("Val N.C exact").Type("N.C")?.Exact, Is.True);

    [Test]
    public void A_member_is_not_a_type_of_the_same_name()
    {
        KindList list = Read("Val N.C.M member\nRef N.C.M");
        Assert.That((list.Member("N.C.M")?.Kind, list.Type("N.C.M")?.Kind), Is.EqualTo(((Kind?)Kind.Val, (Kind?)Kind.Ref)));
    }

    [Test]
    public void A_member_of_a_generic_type_has_no_type_parameters_of_its_own() =>
        Assert.That(Read("Sync N.Outer`1+Pool.Shared member").Member("N.Outer`1+Pool.Shared")?.Kind, Is.EqualTo(Kind.Sync));

    [Test]
    public void Nothing_is_known_of_a_name_that_is_not_listed()
    {
        KindList list = Read("Val System.Guid\nVal System.Uri.M member");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Type("System.guid"), Is.Null);
            Assert.That(list.Type("System.Uri.M"), Is.Null);
            Assert.That(list.Member("System.Guid"), Is.Null);
        }
    }

    [Test]
    public void Comments_and_blank_lines_say_nothing() => Assert.That(Read("# Val A.B\n\n   \n\t# x\r\n").Entries, Is.Empty);

    [Test]
    public void A_hash_within_a_name_begins_no_comment()
    {
        KindList list = KindList.Parse("Generator Some#Tool", "x");
        Assert.That((list.TrustsGenerator("Some#Tool"), list.TrustsGenerator("Some")), Is.EqualTo((true, false)));
    }

    [TestCase("Some.Tool")]
    [TestCase("Some.Tool, Version=10.0.0.0, Culture=neutral, PublicKeyToken=null")]
    public void A_generator_is_known_by_the_name_of_its_tool(string tool) => Assert.That(Read("Generator Some.Tool").TrustsGenerator(tool), Is.True);

    [TestCase("Some.Tool.Other")]
    [TestCase("some.tool")]
    [TestCase("")]
    public void Other_generators_are_not_trusted(string tool) => Assert.That(Read("Generator Some.Tool").TrustsGenerator(tool), Is.False);

    [Test]
    public void A_users_line_wins_over_ours_and_adds_to_it()
    {
        KindList ours = Read("Val N.A\nVal N.B\nVal N.A.M member\nGenerator One");
        KindList both = ours.With(Read("Ref N.B\nSync N.C\nSync N.A.M member\nGenerator Two"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(both.ToString(), Is.EqualTo("Val N.A\nSync N.A.M member\nRef N.B\nSync N.C\nGenerator One\nGenerator Two\n"));
            Assert.That(ours.Type("N.B")?.Kind, Is.EqualTo(Kind.Val), "a list never changes");
        }
    }

    [Test]
    public void Errors_of_both_lists_are_kept_with_the_name_of_their_file()
    {
        KindList both = KindList.Parse("Vall A", "ours").With(KindList.Parse("\nVall B", "users"));
        Assert.That(both.Errors.Select(static error => (error.File, error.Line)), Is.EqualTo(new[] { ("ours", 1), ("users", 2) }));
    }

    [Test]
    public void A_wrong_line_leaves_the_others_alone()
    {
        KindList list = KindList.Parse("Val N.A\nVall N.B\nVal N.C", "x");
        Assert.That(list.Entries.Select(static entry => entry.Name), Is.EquivalentTo(new[] { "N.A", "N.C" }));
    }

    [Test]
    public void Of_two_lines_about_one_name_the_first_one_counts()
    {
        KindList list = KindList.Parse("Val N.A\nRef N.A", "x");
        Assert.That((list.Type("N.A")?.Kind, list.Errors.Length), Is.EqualTo(((Kind?)Kind.Val, 1)));
    }

    private static KindList Read(string text)
    {
        KindList list = KindList.Parse(text, "test.troops.txt");
        Assert.That(list.Errors, Is.Empty);
        return list;
    }
}
