using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Troops.Tests.Generators.Tasks;

/// <summary>Programs as their users write them, compiled with the generator and run: one worker, and nobody who watches. Loops await where they stand in debug, and are functions in release.</summary>
[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
internal sealed class MeteringTests(OptimizationLevel level)
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
            private static async TroopTask<long> SpinFor()
            {
                long n = 0;
                for (long i = 0; Volatile.Read(ref stop) == 0; i += 2)
                {
                    if (n > i)
                    {
                        continue;
                    }

                    n++;
                }

                return n;
            }

            [TroopTask]
            private static async TroopTask<long> SpinDo()
            {
                (long N, int Other) n = (0, 1);
                do
                {
                    n.N++;
                } while (Volatile.Read(ref stop) == 0);

                return n.N;
            }

            [TroopTask]
            private static async TroopTask<long> SpinInATry()
            {
                long n = 0;
                int[] numbers = new int[1];
                try
                {
                    while (true)
                    {
                        n++;
                        numbers[Volatile.Read(ref stop)] = 1;
                    }
                }
                catch (System.IndexOutOfRangeException)
                {
                    return n;
                }
            }

            [TroopTask]
            private static async TroopTask<long> SpinForEver()
            {
                long n = 0;
                while (true)
                {
                    n++;
                }
            }

            private static async TroopTask<long> SpinAny(string kind) =>
                kind switch
                {
                    "for" => await SpinFor(),
                    "do" => await SpinDo(),
                    "try" => await SpinInATry(),
                    "ever" => await SpinForEver(),
                    "apart" => await SpinApart(),
                    _ => await Spin(),
                };

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

            public static async Task<long> Beside(string kind, Action<TroopProcess> look)
            {
                stop = 0;
                await using TroopProcess process = OneWorker();
                Task<long> spinning = process.InvokeAsync(() => SpinAny(kind)).AsTask();
                await process.InvokeAsync(static () => Stop(100));
                long rounds = await spinning;
                look(process);
                return rounds;
            }

            public static async Task<bool> Killed(string kind)
            {
                stop = 0;
                await using TroopProcess process = OneWorker();
                Troop guest = process.CreateTroop("guest", new TroopLimits());
                Task<long> spinning = guest.InvokeAsync(() => SpinAny(kind)).AsTask();
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

    private readonly Lazy<Type> compiled = new(() => Compile(level));

    [TestCase("while", false)]
    [TestCase("for", false)]
    [TestCase("do", false)]
    [TestCase("try", false)]
    [TestCase("apart", true)]
    public async Task An_endless_loop_holds_up_nobody_and_keeps_its_worker_unless_somebody_is_below_it(string kind, bool handsOff)
    {
        long handOffs = 0;
        Assert.That(await Run<long>("Beside", kind, (Action<TroopProcess>)(process => handOffs = process.Scheduler.HandOffs)), Is.Positive);
        Assert.That(handOffs, handsOff ? Is.Positive : Is.Zero);
    }

    [TestCase("SeenByATask")]
    [TestCase("SeenByALambda")]
    public async Task Who_starts_a_task_goes_on_when_it_has_suspended_and_not_when_its_time_is_up(string method) =>
        Assert.That(await Run<long>(method), Is.EqualTo(1));

    [TestCase("while")]
    [TestCase("for")]
    [TestCase("do")]
    [TestCase("try")]
    [TestCase("ever")]
    public async Task A_kill_ends_an_endless_loop(string kind) => Assert.That(await Run<bool>("Killed", kind), Is.True);

    [Test]
    public void Loops_are_functions_in_release_alone() =>
        Assert.That(
            OutlinedLoops
                .In(TasksRun.Compile(Compilation(level)))
                .Where(static copy => copy.Key.Contains(".Spin", StringComparison.Ordinal) && copy.Value.Length > 0)
                .Select(static copy => copy.Key),
            level == OptimizationLevel.Debug
                ? Is.Empty
                : Is.EquivalentTo(
                    new[] { "Program.Spin", "Program.SpinFor", "Program.SpinDo", "Program.SpinInATry", "Program.SpinForEver", "Program.SpinThenSuspend" }
                )
        );

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

    private Task<T> Run<T>(string method, params object[] arguments) =>
        (Task<T>)compiled.Value.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, arguments)!;

    private static Compilation Compilation(OptimizationLevel level)
    {
        Compilation compilation = TasksRun.Of(("Program.cs", Program));
        return compilation.WithOptions(compilation.Options.WithOptimizationLevel(level));
    }

    private static Type Compile(OptimizationLevel level)
    {
        Compilation output = TasksRun.Compile(Compilation(level));
        using MemoryStream image = new();
        var result = output.Emit(image);
        Assert.That(result.Success, Is.True, () => string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext("metering").LoadFromStream(image).GetType("Program")!;
    }
}
