using Troops.Diagnostics;
using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Diagnostics;

/// <summary>What a dump calls a body is what its author called it.</summary>
[TestFixture, Category("Unit")]
internal sealed class BodyNameTests
{
    [TestCase("Fetch", "Fetch")]
    [TestCase("<Fetch>d__3", "Fetch")]
    [TestCase("<Fetch>b__0", "Fetch")]
    [TestCase("<Fetch>b__1_0", "Fetch")]
    [TestCase("<<Fetch>b__0>d", "Fetch")]
    [TestCase("<Fetch>g__Retry|2_0", "Retry")]
    [TestCase("<<Fetch>g__Retry|2_0>d", "Retry")]
    [TestCase("<<Main>$>g__W|0_2>d", "W")]
    [TestCase("<Fetch>d__3`1", "Fetch")]
    [TestCase("<Main>$", "Main")]
    [TestCase("<>c", "<>c")]
    [TestCase("<", "<")]
    [TestCase("", "")]
    public void A_method_has_its_own_name(string compiled, string name) =>
        Assert.That(BodyName.Of(compiled, typeof(BodyNameTests)), Is.EqualTo($"BodyNameTests.{name}"));

    [TestCase("at Shop.__troop_Sum_1a2b3c4d(Channel`1 numbers) in /src/Shop.cs:line 12", "at Shop.Sum(Channel`1 numbers) in /src/Shop.cs:line 12")]
    [TestCase("at Shop.<__troop_Sum_1a2b3c4d>b__0(), Shop.__troop_Add_To_1a2b3c4d_started()", "at Shop.<Sum>b__0(), Shop.Add_To()")]
    [TestCase("at Shop.__troop_Run_1a2b3c4d_lambda12()", "at Shop.Run()")]
    [TestCase("__troop_", "__troop_")]
    [TestCase("nothing of ours", "nothing of ours")]
    public void A_text_calls_every_copy_by_the_name_of_its_task(string text, string shown) => Assert.That(BodyName.OfCopies(text), Is.EqualTo(shown));

    [Test]
    public async Task Lambdas_local_functions_and_methods_are_named_in_a_dump()
    {
        await using TroopProcess process = InThread.Process(1);
        Channel<int> channel = new(0);
        await process
            .InvokeAsync(() =>
            {
                TroopThread.Start(async () => await channel.ReceiveAsync());
                TroopThread.Start(Local);
            })
            .OrHang();
        while (process.Dump().Troops.Single().Threads.Count(static thread => thread.IsExact) != 2)
        {
            await Task.Yield();
        }

        Assert.That(
            process.Dump().Troops.Single().Threads.Select(static thread => thread.Tasks.Single().Name),
            Is.EquivalentTo([$"BodyNameTests.{nameof(Lambdas_local_functions_and_methods_are_named_in_a_dump)}", "BodyNameTests.Local"])
        );
        await channel.SendAsync(1);
        await channel.SendAsync(1);

        [TroopTask]
        async TroopTask Local() => await channel.ReceiveAsync();
    }
}
