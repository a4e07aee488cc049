namespace Troops.Tests.Boundaries;

[TestFixture, Category("Unit")]
internal sealed class ContextTests
{
    private static readonly AsyncLocal<List<int>?> Ambient = new();

    [Test]
    public async Task What_is_ambient_does_not_cross_into_another_troop()
    {
        await using TroopProcess process = new();
        Troop troop = process.CreateTroop("guest");
        Ambient.Value = [1];
        Assert.That(await troop.InvokeAsync(static () => Ambient.Value is null), Is.True);
        Assert.That(await process.InvokeAsync(async () => await troop.InvokeAsync(static () => Ambient.Value is null)), Is.True, "from a thread");
        Assert.That(await process.InvokeAsync(static () => Ambient.Value?.Count), Is.EqualTo(1), "it does into a thread of the same program");
    }
}
