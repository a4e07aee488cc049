using Troops.Tests.Support;

namespace Troops.Tests.Tasks;

[TestFixture, Category("Unit")]
internal sealed class DeepFaultTests
{
    [TestCase(true)]
    [TestCase(false)]
    [CancelAfter(60_000)]
    public async Task A_fault_comes_up_through_twenty_thousand_bodies_and_says_where_it_was_thrown(bool suspends)
    {
        InvalidOperationException? caught = null;
        try
        {
            await TroopProcess.RunAsync(() => Down(20_000, suspends)).AsTask().WaitAsync(InThread.Guard);
        }
        catch (InvalidOperationException fault)
        {
            caught = fault;
        }

        Assert.That(caught?.Message, Is.EqualTo("at the bottom"));
        Assert.That(caught!.ToString(), Does.Contain(nameof(Bottom)));
    }

    private static async TroopTask<int> Down(int levels, bool suspends) => levels == 0 ? await Bottom(suspends) : 1 + await Down(levels - 1, suspends);

    private static async TroopTask<int> Bottom(bool suspends)
    {
        if (suspends)
        {
            await TroopTask.Yield();
        }

        throw new InvalidOperationException("at the bottom");
    }
}
