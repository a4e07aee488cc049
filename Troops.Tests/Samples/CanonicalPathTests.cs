using WordIndex.Discovery;

namespace Troops.Tests.Samples;

/// <summary>How the WordIndex sample finds out that two paths lead to one directory.</summary>
[TestFixture, Category("Unit"), Platform(Exclude = "Win", Reason = "needs a privilege to make links")]
internal sealed class CanonicalPathTests
{
    private TextFolder folder = null!;
    private string root = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TextFolder();
        root = CanonicalPath.Of(folder.Root);
        folder.MakeDirectory("a/b/c");
    }

    [TearDown]
    public void DropFolder() => folder.Dispose();

    [Test]
    public void Links_in_the_middle_and_at_the_end_are_followed()
    {
        folder.Link("absolute", folder.PathOf("a"));
        folder.Link("a/b/relative", "../b/c");

        Assert.That(CanonicalPath.Of(folder.PathOf("absolute/b/relative")), Is.EqualTo(Path.Combine(root, "a/b/c")));
    }

    [Test]
    public void Two_dots_after_a_link_go_up_from_where_it_leads()
    {
        folder.Link("shortcut", "a/b/c");

        Assert.That(CanonicalPath.Of(folder.PathOf("shortcut/..")), Is.EqualTo(Path.Combine(root, "a/b")));
    }

    [Test]
    public void A_path_that_is_not_rooted_starts_at_the_current_directory() =>
        Assert.That(CanonicalPath.Of("."), Is.EqualTo(CanonicalPath.Of(Environment.CurrentDirectory)));

    [Test]
    public void A_ring_of_links_is_refused()
    {
        folder.Link("ring", "ring");

        Assert.That(() => CanonicalPath.Of(folder.PathOf("ring")), Throws.InstanceOf<IOException>().With.Message.Contains("ring of links"));
    }
}
