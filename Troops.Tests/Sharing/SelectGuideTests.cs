using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>The examples of docs/guide/sharing.md that show channels without a bound, and select, as they stand there.</summary>
[Category("Unit")]
public sealed class SelectGuideTests
{
    [Test]
    public Task An_unbounded_channel_takes_all_and_gives_it_back() =>
        InThread.Run(static async () =>
        {
            string[] names = ["a", "b", "c"];
            List<string> read = [];
            var events = new Channel<string>(Channel.Unbounded);
            foreach (string name in names)
            {
                events.TrySend(name);
            }

            events.Close();
            await foreach (string name in events)
            {
                read.Add(name);
            }

            Assert.That(read, Is.EqualTo(names));
        });

    [Test]
    public Task A_select_handles_jobs_and_reports_until_there_are_no_more_jobs() =>
        TroopTest.Run(static async () =>
        {
            Channel<int> jobs = new(2);
            Channel<string> reports = new(1);
            TroopThread worker = TroopThread.Start(async () => await Work(jobs, reports));
            await jobs.SendAsync(1);
            await TroopTask.Delay(TimeSpan.FromMinutes(1));
            await jobs.SendAsync(2);
            jobs.Close();
            await worker.Join();
            Assert.That(await reports.ReceiveAsync(), Is.EqualTo("handled 0"));
        });

    private static async TroopTask Work(Channel<int> jobs, Channel<string> reports)
    {
        int handled = 0;
        ReceiveCase<int> job = jobs.ReceiveCase();
        SendCase<string> report = reports.SendCase("handled 0");
        while (true)
        {
            switch (await Select.WaitAsync([job, report], TimeSpan.FromSeconds(1)))
            {
                case 0 when job.HasValue:
                    handled++;
                    break;
                case 0:
                    return;
                case 1:
                    report.Value = $"handled {handled}";
                    break;
                case Select.TimedOut:
                    break;
            }
        }
    }
}
