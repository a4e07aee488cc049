namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Law 7 for bodies that nobody has written. README.md says how to try more of them.</summary>
[TestFixture, Category("Corpus")]
internal sealed class RandomBodiesTests
{
    private const ulong Seed = 20_000;
    private const int Count = 150;

    [Test]
    public void Random_bodies_mean_what_they_mean_as_plain_tasks()
    {
        Tally tally = new Campaign().Run(Seed, Count, Environment.ProcessorCount);
        Assert.That(string.Join(Environment.NewLine, tally.Broken.Select(static broken => $"{broken.Body.Seed}: {broken.Errors}")), Is.Empty);
        Assert.That(string.Join(Environment.NewLine, tally.Disagreements), Is.Empty);
        Assert.That(tally.IsClean, Is.True, () => $"{tally.WithoutCopy.Count} without a copy, {tally.TooLong} too long");
    }

    [TestCase(Mistake.Order)]
    [TestCase(Mistake.Finally)]
    public void A_wrong_rewrite_is_found_and_its_body_shrunk(string mistake)
    {
        Campaign campaign = new(mistake: new Mistake(mistake).In);
        Disagreement? found = campaign.Run(Seed, Count, Environment.ProcessorCount).Disagreements.MinBy(static one => one.Body.Size);
        Assert.That(found, Is.Not.Null);

        Disagreement smallest = campaign.Shrink(found!);
        TestContext.Out.WriteLine(smallest);
        Assert.That(smallest.Body.Statements, Is.AtMost(3));
    }

    [Test]
    public void A_seed_makes_one_body()
    {
        string first = BodyGenerator.Make(7).Print();
        string again = BodyGenerator.Make(7).Print();
        Assert.That(again, Is.EqualTo(first));
        Assert.That(BodyGenerator.Make(8).Print().Replace("B8", "B7", StringComparison.Ordinal), Is.Not.EqualTo(first));
    }

    [Test]
    public void Every_construct_is_met()
    {
        HashSet<string> met = [.. Enumerable.Range(0, 4_000).SelectMany(static seed => BodyGenerator.Make((ulong)seed).Constructs)];
        Assert.That(Grammar.ConstructNames.Except(met), Is.Empty);
    }
}
