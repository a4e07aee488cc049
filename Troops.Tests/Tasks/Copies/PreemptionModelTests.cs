using CsCheck;
using Troops.Tests.Support;

namespace Troops.Tests.Tasks.Copies;

/// <summary>Law 2 as a property: whatever a thread's tasks do, preempted at whatever back-edges, they do it in the order in which they would have done it alone.</summary>
[TestFixture, Category("Model")]
internal sealed class PreemptionModelTests
{
    [Test]
    public async Task Preempted_at_random_back_edges_the_tasks_of_a_thread_run_in_the_same_order_as_ordinary_bodies()
    {
        await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
        int steppedBack = 0;
        int handedOff = 0;
        await Program.Any.SampleAsync(
            async program =>
            {
                ProgramRun ordinary = new(preempts: false);
                ProgramRun undisturbed = new(preempts: false);
                ProgramRun preempted = new(preempts: true);
                await process.InvokeAsync(() => ordinary.Ordinary(program)).OrHang();
                await process.InvokeAsync(() => undisturbed.Copy(program)).OrHang();
                await process.InvokeAsync(() => preempted.Copy(program)).OrHang();
                Assert.That(undisturbed.Trace, Is.EqualTo(ordinary.Trace));
                Assert.That(preempted.Trace, Is.EqualTo(ordinary.Trace));
                steppedBack += preempted.SteppedBack;
                handedOff += preempted.HandedOff;
            },
            iter: 2_000,
            threads: 1,
            print: static program => program.ToString()
        );
        Assert.That((steppedBack > 1_000, handedOff > 100), Is.EqualTo((true, true)), $"the law was not put to the test: {steppedBack}, {handedOff}");
    }
}
