using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Tests.Support;

namespace Troops.Tests.Generators.Tasks;

/// <summary>Faults and cancellations on their way through copies, in programs of two assemblies: what is thrown, how often, and what the trace tells.</summary>
internal sealed class FaultTests
{
    private const string Library = """
        using System.Collections.Generic;
        using System.Threading;
        using Troops;
        using Troops.Sharing;

        namespace Prices;

        public static partial class Catalog
        {
            [TroopTask]
            public static async TroopTask<int> Look(string name, bool waits)
            {
                return await Find(name, waits) + 1; // at Look
            }

            [TroopTask]
            public static async TroopTask<int> Find(string name, bool waits)
            {
                if (waits)
                    await TroopTask.Yield();
                throw new KeyNotFoundException(name); // at Find
            }
        }
        """;

    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Prices;
        using Troops;
        using Troops.Sharing;

        public static partial class Program
        {
            [TroopTask]
            private static async TroopTask<int> Order(bool waits)
            {
                int sum = 1;
                sum += await Sum(waits); // at Order
                return sum;
            }

            [TroopTask]
            private static async TroopTask<int> Sum(bool waits) =>
                await Catalog.Look("tea", waits) * 2; // at Sum

            [TroopTask]
            private static async TroopTask<int> Guarded(bool waits)
            {
                try
                {
                    return await Order(waits);
                }
                catch (KeyNotFoundException fault)
                {
                    Caught = fault.ToString();
                    return -1;
                }
            }

            public static string Caught = "";

            public static async Task<int> Catches(bool waits)
            {
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                return await process.InvokeAsync(async () => await Guarded(waits));
            }

            public static async Task<string> Arrives(bool waits)
            {
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                try
                {
                    await process.InvokeAsync(async () => await Order(waits) /* at the lambda */ );
                    return "";
                }
                catch (KeyNotFoundException fault)
                {
                    return fault.ToString();
                }
            }

            public static async Task<string> Copied(bool waits)
            {
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                TroopThread<int> thread = await process.InvokeAsync(() => TroopThread.Start(async () => await Order(waits)));
                try { await thread.Join(); } catch (KeyNotFoundException) { }
                try { await thread.Join(); return ""; } catch (TroopFault fault) { return fault.ToString(); }
            }

            [TroopTask]
            private static async TroopTask<int> Deep(Channel<int> silent, int levels, CancellationToken token) =>
                levels == 0 ? await silent.ReceiveAsync(token) : await Deep(silent, levels - 1, token) + 1;

            public static string Log = "";

            [TroopTask]
            private static async TroopTask<int> Cleaning(Channel<int> silent, int levels, CancellationToken token)
            {
                int seen = 7;
                try
                {
                    if (levels % 2 == 0)
                    {
                        int got = await Cleaning(silent, levels - 1, token);
                    }

                    if (levels == 0)
                        seen = await silent.ReceiveAsync(token);
                    using Closing closing = new();
                    foreach (int one in (IEnumerable<int>)[1, 2])
                    {
                        int got = await Leaf(silent, token);
                        seen = got;
                    }

                    return await Cleaning(silent, levels - 1, token);
                }
                finally
                {
                    Log += $"{levels}:{seen} ";
                    await Pass();
                }
            }

            private sealed class Closing : IDisposable { public void Dispose() => Log += "closed "; }

            [TroopTask]
            private static async TroopTask<int> Leaf(Channel<int> silent, CancellationToken token)
            {
                try
                {
                    await silent.ReceiveAsync(token);
                    Log += "never ";
                }
                finally
                {
                    Log += "leaf ";
                }

                return 1;
            }

            [TroopTask]
            private static async TroopTask Replacing(Channel<int> silent, CancellationToken token)
            {
                try { await Leaf(silent, token); }
                finally { await Pass(); throw new FormatException("from finally"); }
            }

            public static async Task<string> CleanedUp(int levels) => await Reported((silent, token) => Cleaning(silent, levels, token));

            [TroopTask]
            private static async TroopTask<int> Reading(Channel<int> silent, CancellationToken token)
            {
                await foreach (int one in silent)
                {
                    Log += "never ";
                }

                return 1;
            }

            public static async Task<string> Read()
            {
                Log = "";
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                Channel<int> silent = new(capacity: 1);
                TaskCompletionSource<string> reported = new();
                process.Faulted += (_, faulted) => reported.TrySetResult(faulted.Fault.ToString());
                await process.InvokeAsync(() => { TroopThread.Start(() => Reading(silent, default)); });
                await process.InvokeAsync(() => Pass());
                silent.Close(new FormatException("no more"));
                return await reported.Task + Log;
            }

            public static async Task<string> Replaced() => await Reported(async (silent, token) => { await Replacing(silent, token); return 0; });

            private static async Task<string> Reported(Func<Channel<int>, CancellationToken, TroopTask<int>> body)
            {
                Log = "";
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                using CancellationTokenSource source = new();
                Channel<int> silent = new(capacity: 1);
                TaskCompletionSource<string> reported = new();
                process.Faulted += (_, faulted) => reported.TrySetResult(faulted.Fault.ToString());
                await process.InvokeAsync(() => { TroopThread.Start(() => body(silent, source.Token)); });
                await process.InvokeAsync(() => Pass());
                source.Cancel();
                return await reported.Task + " | " + Log;
            }

            [TroopTask]
            private static async TroopTask Stubborn(Channel<int> silent, int kind)
            {
                while (true)
                {
                    try
                    {
                        switch (kind)
                        {
                            case 0:
                                try { await silent.ReceiveAsync(); }
                                catch { Log += "caught "; }
                                break;
                            case 1:
                                try { await silent.ReceiveAsync(); }
                                catch (Exception) when (Filter(kind == 1)) { Log += "caught "; }
                                break;
                            case 2:
                                try { await silent.ReceiveAsync(); }
                                catch (TroopKilledException fault) { Log += fault.Message; await Pass(); }
                                break;
                            default:
                                try { await silent.ReceiveAsync(); }
                                catch (Exception fault) { try { throw new FormatException(); } catch (Exception) { Log += fault.Message; } }
                                break;
                        }
                    }
                    finally
                    {
                        try { int.Parse("x"); } catch (Exception) { Log += "finally "; }
                        foreach (int one in new[] { 1, 2 }) { Log += one; }
                        for (int i = 3; i < 5; i++) Log += i;
                    }
                }
            }

            private static bool Filter(bool value) { Log += "filter "; return value; }

            private static readonly Exception Kept = new FormatException("kept");

            [TroopTask]
            private static async TroopTask Throws(bool waits)
            {
                if (waits)
                    await TroopTask.Yield();
                throw Kept;
            }

            [TroopTask]
            private static async TroopTask PassesKept(bool waits) => await Throws(waits);

            [TroopTask]
            private static async TroopTask<int> Traces(bool waits)
            {
                int length = 0;
                for (int i = 0; i < 20; i++)
                {
                    try { await PassesKept(waits); }
                    catch (FormatException fault) { length = fault.StackTrace!.Split("PassesKept()").Length - 1; }
                }

                return length;
            }

            public static async Task<int> Traced(bool waits)
            {
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                return await process.InvokeAsync(() => Traces(waits));
            }

            public static async Task<string> Killed(int kind)
            {
                Log = "";
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                Troop guest = process.CreateTroop("guest", new TroopLimits());
                Channel<int> silent = new(capacity: 1);
                Task ending = guest.InvokeAsync(() => Stubborn(silent, kind)).AsTask();
                await process.InvokeAsync(() => Pass());
                guest.Kill("enough");
                try { await ending; } catch (TroopKilledException) { }
                return Log;
            }

            private static async TroopTask Pass() => await TroopTask.Yield();

            public static async Task<string> Cancelled()
            {
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                using CancellationTokenSource source = new();
                Channel<int> silent = new(capacity: 1);
                TaskCompletionSource<string> reported = new();
                process.Faulted += (_, faulted) => reported.TrySetResult(faulted.Fault.ToString());
                await process.InvokeAsync(() => { TroopThread.Start(() => Deep(silent, 10, source.Token)); });
                await process.InvokeAsync(() => Pass());
                source.Cancel();
                return await reported.Task;
            }
        }
        """;

    private static readonly Lazy<Type> Compiled = new(Compile);

    [Test]
    public async Task A_trace_has_each_level_with_file_and_line([Values] bool waits)
    {
        string trace = await Run<string>("Arrives", waits);
        Assert.That(Levels(trace), Is.EquivalentTo((string[])["Find", "Look", "Sum", "Order", "the lambda"]), trace);
        Assert.That(trace.IndexOf("Program.Sum()", StringComparison.Ordinal), Is.LessThan(trace.IndexOf("Program.Order()", StringComparison.Ordinal)), trace);
    }

    [Test]
    public async Task So_has_that_of_what_a_catch_clause_sees([Values] bool waits)
    {
        Assert.That(await Run<int>("Catches", waits), Is.EqualTo(-1));
        string trace = (string)Compiled.Value.GetField("Caught")!.GetValue(null)!;
        Assert.That(Levels(trace), Is.EquivalentTo((string[])["Find", "Look", "Sum", "Order"]), trace);
    }

    [Test]
    public async Task So_has_the_copy_that_another_thread_gets([Values] bool waits)
    {
        string trace = await Run<string>("Copied", waits);
        Assert.That(Levels(trace), Is.SupersetOf((string[])["Find", "Look", "Sum", "Order"]), trace);
    }

    [Test]
    public async Task Copies_throw_a_fault_once_and_once_more_where_it_is_caught([Values] bool waits)
    {
        // The library's entry is called as the original: one more there.
        Assert.That(await Thrown<KeyNotFoundException>(() => Run<int>("Catches", waits)), Is.EqualTo(3));
    }

    [Test]
    public async Task A_cancelled_chain_without_handlers_throws_nothing()
    {
        string trace = "";
        int thrown = await Thrown<OperationCanceledException>(async () => trace = await Run<string>("Cancelled"));
        Assert.That(thrown, Is.Zero, trace);
        Assert.That(
            trace.Split('\n').Count(static line => line.Contains("   at Program.Deep() in Program.cs:line ", StringComparison.Ordinal)),
            Is.EqualTo(11),
            trace
        );
    }

    [Test]
    public async Task A_catch_clause_of_a_copy_does_not_catch_the_kill_of_its_troop([Values(0, 1, 2, 3)] int kind) =>
        Assert.That(await Run<string>("Killed", kind), Is.EqualTo("finally 1234"));

    [TestCase(1, "leaf closed 1:7 ")]
    [TestCase(2, "leaf closed 1:7 2:7 ")]
    public async Task Finally_blocks_run_and_nothing_is_thrown(int levels, string log)
    {
        string seen = "";
        int thrown = await Thrown<OperationCanceledException>(async () => seen = await Run<string>("CleanedUp", levels));
        Assert.That(seen, Does.StartWith("System.OperationCanceledException").And.EndsWith($" | {log}"));
        Assert.That(thrown, Is.Zero, seen);
        Assert.That(seen, Does.Contain("at Program.Leaf() in Program.cs:line ").And.Contain("at Program.Cleaning() in Program.cs:line "));
    }

    [Test]
    public async Task A_loop_over_a_channel_that_ends_with_a_fault_throws_nothing()
    {
        string seen = "";
        int thrown = await Thrown<FormatException>(async () => seen = await Run<string>("Read"));
        Assert.That(seen, Does.Contain("no more").And.Contain("at Program.Reading() in Program.cs:line ").And.Not.Contain("never"));
        Assert.That(thrown, Is.Zero, seen);
    }

    [Test]
    public async Task What_a_finally_block_throws_replaces_what_the_body_was_leaving_with() =>
        Assert.That(await Run<string>("Replaced"), Does.Contain("from finally"));

    [Test]
    public async Task An_exception_that_is_thrown_again_and_again_has_the_trace_of_its_last_way([Values] bool waits) =>
        Assert.That(await Run<int>("Traced", waits), Is.EqualTo(1));

    private static async Task<int> Thrown<T>(Func<Task> run)
        where T : Exception
    {
        int thrown = 0;
        void Count(object? sender, FirstChanceExceptionEventArgs first)
        {
            if (first.Exception is T)
            {
                Interlocked.Increment(ref thrown);
            }
        }

        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            await run();
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }

        return thrown;
    }

    /// <summary>The marked lines that are in a trace, from the innermost out.</summary>
    private static IEnumerable<string> Levels(string trace)
    {
        foreach ((string file, string text) in new[] { ("Prices.cs", Library), ("Program.cs", Program) })
        {
            string[] lines = text.Split('\n');
            for (int i = lines.Length - 1; i >= 0; i--)
            {
                int mark = lines[i].IndexOf(" at ", StringComparison.Ordinal);
                if (mark > 0 && trace.Contains($"{file}:line {i + 1}", StringComparison.Ordinal))
                {
                    yield return lines[i][(mark + 4)..].Split(" *")[0];
                }
            }
        }
    }

    private static Task<T> Run<T>(string method, params object[] arguments) =>
        (Task<T>)Compiled.Value.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, arguments)!;

    private static Type Compile()
    {
        Programs loaded = new("faults");
        MetadataReference prices = loaded.Add(TasksRun.Compile(TasksRun.Of(("Prices.cs", Library)).WithAssemblyName("Prices")));
        CSharpCompilation program = TasksRun.Of(("Program.cs", Program)).AddReferences(prices).WithAssemblyName("Shop");
        loaded.Add(TasksRun.Compile(program));
        return loaded.Load("Shop").GetType("Program")!;
    }
}
