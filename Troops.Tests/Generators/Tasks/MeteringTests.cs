using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Troops.Tests.Generators.Tasks;

/// <summary>Programs as their users write them, compiled with the generator and run: one worker, and nobody who watches.</summary>
internal sealed class MeteringTests
{
    private const string Program = """
        using System.Threading;
        using Troops;
        using Troops.Sharing;

        public static partial class Program
        {
            private static int stop;
            private static int waiting;

            [TroopTask]
            private static async TroopTask<long> Spin()
            {
                long n = 0;
                while (Volatile.Read(ref stop) == 0)
                {
                    n++;
                }

                return n;
            }

            [TroopTask]
            private static async TroopTask<long> SpinApart()
            {
                TroopTask<long> spinning = Spin();
                return await spinning;
            }

            [TroopTask]
            private static async TroopTask Stop(int yields)
            {
                for (int i = 0; i < yields; i++)
                {
                    await TroopTask.Yield();
                }

                Volatile.Write(ref stop, 1);
            }

            private static int done;

            private static async TroopTask SpinThenSuspend()
            {
                while (Volatile.Read(ref stop) == 0)
                {
                }

                done = 1;
                await TroopTask.Yield();
                done = 2;
            }

            private static async TroopTask<int> StartsApart()
            {
                TroopTask started = SpinThenSuspend();
                int seen = done;
                await started;
                return seen;
            }

            public static async Task<long> SeenByATask()
            {
                stop = done = 0;
                await using TroopProcess process = OneWorker();
                Task<int> starting = process.InvokeAsync(static () => StartsApart()).AsTask();
                await process.InvokeAsync(static () => Stop(3));
                return await starting;
            }

            public static async Task<long> SeenByALambda()
            {
                stop = done = 0;
                await using TroopProcess process = OneWorker();
                Task<int> starting = process
                    .InvokeAsync(static () =>
                    {
                        SpinThenSuspend().Forget();
                        return done;
                    })
                    .AsTask();
                await process.InvokeAsync(static () => Stop(3));
                return await starting;
            }

            private static TroopProcess OneWorker() => new(new TroopProcessOptions { Workers = 1, Watchdog = false });

            public static async Task<long> Beside()
            {
                stop = 0;
                await using TroopProcess process = OneWorker();
                Task<long> spinning = process.InvokeAsync(static () => Spin()).AsTask();
                await process.InvokeAsync(static () => Stop(100));
                return await spinning;
            }

            public static async Task<long> BesideApart()
            {
                stop = 0;
                await using TroopProcess process = OneWorker();
                Task<long> spinning = process.InvokeAsync(static () => SpinApart()).AsTask();
                await process.InvokeAsync(static () => Stop(100));
                return await spinning;
            }

            public static async Task<bool> Killed()
            {
                stop = 0;
                await using TroopProcess process = OneWorker();
                Troop guest = process.CreateTroop("guest", new TroopLimits());
                Task<long> spinning = guest.InvokeAsync(static () => Spin()).AsTask();
                await process.InvokeAsync(static () => Yield());
                guest.Kill("enough");
                try { await spinning; return false; } catch (TroopKilledException) { return true; }
            }

            private static async TroopTask Yield() => await TroopTask.Yield();

            public static async Task<ProcessDump> Parked(int count)
            {
                await using TroopProcess process = OneWorker();
                Channel<int> silent = new(capacity: 1);
                await process.InvokeAsync(() => StartAll(silent, count));
                ProcessDump dump = process.Dump();
                silent.Close();
                return dump;
            }

            private static async TroopTask StartAll(Channel<int> silent, int count)
            {
                for (int i = 0; i < count; i++)
                {
                    TroopThread.Start(() => Outer(silent));
                }

                while (Volatile.Read(ref waiting) < count)
                {
                    await TroopTask.Yield();
                }
            }

            private static async TroopTask Outer(Channel<int> silent)
            {
                await Inner(silent);
            }

            private static async TroopTask Inner(Channel<int> silent)
            {
                Interlocked.Increment(ref waiting);
                await foreach (int one in silent)
                {
                }
            }
        }
        """;

    private static readonly Lazy<Type> Compiled = new(Compile);

    [TestCase("Beside")]
    [TestCase("BesideApart")]
    public async Task An_endless_loop_holds_up_nobody(string method) => Assert.That(await Run<long>(method), Is.Positive);

    [TestCase("SeenByATask")]
    [TestCase("SeenByALambda")]
    public async Task Who_starts_a_task_goes_on_when_it_has_suspended_and_not_when_its_time_is_up(string method) =>
        Assert.That(await Run<long>(method), Is.EqualTo(1));

    [Test]
    public async Task A_kill_ends_an_endless_loop() => Assert.That(await Run<bool>("Killed"), Is.True);

    [Test]
    public async Task A_dump_says_at_which_line_each_task_waits()
    {
        const int count = 100_000;
        ProcessDump dump = await Run<ProcessDump>("Parked", count);
        int inner = LineOf("await foreach");
        int outer = LineOf("await Inner");
        TaskDump[] tasks = [.. dump.Troops.SelectMany(static troop => troop.Threads).SelectMany(static thread => thread.Tasks)];
        TaskDump[] waiting = [.. tasks.Where(static task => task.Name == "Program.Inner")];
        Assert.Multiple(() =>
        {
            Assert.That(waiting, Has.Length.EqualTo(count));
            Assert.That(waiting.Select(static task => (task.File, task.Line)).Distinct(), Is.EqualTo(new[] { ("Program.cs", inner) }));
            Assert.That(
                waiting.Select(static task => (task.AwaitedBy?.Name, task.AwaitedBy?.Line)).Distinct(),
                Is.EqualTo(new (string?, int?)[] { ("Program.Outer", outer) })
            );
            Assert.That(dump.ToString(), Does.Contain($"Program.Inner (Program.cs:{inner})").And.Contain($"awaited by Program.Outer (Program.cs:{outer})"));
        });
    }

    private static int LineOf(string text) => Program.Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal)) + 1;

    private static Task<T> Run<T>(string method, params object[] arguments) =>
        (Task<T>)Compiled.Value.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, arguments)!;

    private static Type Compile()
    {
        Compilation output = TasksRun.Compile(TasksRun.Of(("Program.cs", Program)));
        using MemoryStream image = new();
        var result = output.Emit(image);
        Assert.That(result.Success, Is.True, () => string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext("metering").LoadFromStream(image).GetType("Program")!;
    }
}
