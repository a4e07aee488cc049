namespace Troops.Tests.CodeFixes;

/// <summary>Kernel threads become threads of Troops, and what blocks is awaited.</summary>
[TestFixture, Category("Unit")]
internal sealed class HatchFixTests
{
    private const string Thread = "Use 'TroopThread.Start'";

    [TestCase("Task.Run(() => 1);", "TroopThread.Start(() => 1);")]
    [TestCase("_ = Task.Run(static () => { });", "_ = TroopThread.Start(static () => { });")]
    [TestCase("new Thread(static () => { }).Start();", "TroopThread.Start(static () => { });")]
    public async Task A_thread_that_nobody_waits_for_is_started(string before, string after) => await StartsAsync("void", before, after);

    [TestCase("int n = await Task.Run(() => 1);", "int n = await TroopThread.Start(() => 1).Join();")]
    [TestCase("await Task.Run(static () => { });", "await TroopThread.Start(static () => { }).Join();")]
    public async Task A_thread_that_a_task_waits_for_is_joined(string before, string after) => await StartsAsync("async TroopTask", before, after);

    [Test]
    public async Task A_loop_over_items_is_one_of_threads()
    {
        string text = await Fixing.FixAsync(
            Body("async TroopTask", "Parallel.ForEach([1, 2], static item => Console.WriteLine(item)); await TroopTask.Yield();"),
            "TROOP063",
            "Use 'TroopThread.ForEach'"
        );
        Assert.That(text, Does.Contain("await TroopThread.ForEach([1, 2], static item => Console.WriteLine(item));"));
    }

    [TestCase("Task t = Task.Run(static () => { });", Description = "the task is used")]
    [TestCase("Thread t = new(static () => { }); t.Start();", Description = "the thread is used")]
    [TestCase("new Thread(static o => { }).Start();", Description = "the body wants an argument")]
    [TestCase("Task.Run(static () => { }, CancellationToken.None);", Description = "it can be cancelled")]
    [TestCase("Parallel.ForEach([1, 2], static item => { });", Description = "nothing can wait here")]
    public async Task What_has_no_counterpart_is_left_alone(string statement) =>
        Assert.That(await Fixing.TitlesAsync(Body("void", statement), "TROOP063"), Is.Empty);

    [TestCase("task.Wait();", "Await it", "await task;")]
    [TestCase("int n = task.Result;", "Await it", "int n = await task;")]
    [TestCase("string s = task.Result.ToString();", "Await it", "string s = (await task).ToString();")]
    [TestCase("int n = task.GetAwaiter().GetResult();", "Await it", "int n = await task;")]
    [TestCase("Thread.Sleep(5);", "Use 'TroopTask.Delay'", "await TroopTask.Delay(TimeSpan.FromMilliseconds(5));")]
    [TestCase("Thread.Sleep(TimeSpan.Zero);", "Use 'TroopTask.Delay'", "await TroopTask.Delay(TimeSpan.Zero);")]
    [TestCase("semaphore.Wait();", "Use 'WaitAsync'", "await semaphore.WaitAsync();")]
    [TestCase(
        "GC.KeepAlive(System.Net.Dns.GetHostAddresses(\"x\"));",
        "Use 'GetHostAddressesAsync'",
        "GC.KeepAlive(await System.Net.Dns.GetHostAddressesAsync(\"x\"));"
    )]
    [TestCase("string? s = Console.ReadLine();", "Use 'Blocking.Run'", "string? s = await Blocking.Run(() => Console.ReadLine());")]
    public async Task What_blocks_is_awaited(string before, string title, string after)
    {
        string text = await Fixing.FixAsync(Body("async TroopTask", $"{before} await TroopTask.Yield();"), "TROOP065", title);
        Assert.That(text, Does.Contain(after));
    }

    [Test]
    public async Task What_blocks_in_a_lambda_that_runs_in_place_cannot_be_awaited() =>
        Assert.That(
            await Fixing.TitlesAsync(
                Body("async TroopTask", "new List<int>().ForEach(static item => Thread.Sleep(item)); await TroopTask.Yield();"),
                "TROOP065"
            ),
            Is.Empty
        );

    private static async Task StartsAsync(string returns, string before, string after)
    {
        string text = await Fixing.FixAsync(Body(returns, before), "TROOP063", Thread);
        Assert.That(text, Does.Contain(after));
    }

    private static string Body(string returns, string statements) =>
        $"using Troops;\n\nstatic partial class C\n{{\n    internal static {returns} M(Task<int> task, SemaphoreSlim semaphore)\n    {{\n        {statements}\n    }}\n}}\n";
}
