using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Troops.Tests.Generators.Tasks;

/// <summary>A task that waits is shown with the line of its await, whatever it awaits and however.</summary>
[TestFixture, Category("Unit")]
internal sealed class LineTests
{
    /// <summary>The line that is expected of each case ends with its name.</summary>
    private const string Program = """
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using Troops;

        public static partial class Program
        {
            private static TaskCompletionSource gate = new();
            private static int waiting;

            public static async Task<(string? File, int Line)> Place(string name)
            {
                gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting = 0;
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
                Task run = name switch
                {
                    nameof(UsingStatement) => process.InvokeAsync(static () => UsingStatement()).AsTask(),
                    nameof(UsingReturn) => process.InvokeAsync(static () => UsingReturn()).AsTask(),
                    nameof(UsingLast) => process.InvokeAsync(static () => UsingLast()).AsTask(),
                    nameof(UsingFirst) => process.InvokeAsync(static () => UsingFirst()).AsTask(),
                    nameof(FirstStep) => process.InvokeAsync(static () => FirstStep()).AsTask(),
                    nameof(ThirdStep) => process.InvokeAsync(static () => ThirdStep()).AsTask(),
                    nameof(BareStep) => process.InvokeAsync(static () => BareStep()).AsTask(),
                    nameof(Configured) => process.InvokeAsync(static () => Configured()).AsTask(),
                    nameof(Dynamic) => process.InvokeAsync(static () => Dynamic()).AsTask(),
                    nameof(Mutable) => process.InvokeAsync(static () => Mutable()).AsTask(),
                    nameof(Mapped) => process.InvokeAsync(static () => Mapped()).AsTask(),
                    nameof(PartlyMapped) => process.InvokeAsync(static () => PartlyMapped()).AsTask(),
                    _ => throw new System.ArgumentException(name),
                };
                while (true)
                {
                    if (Volatile.Read(ref waiting) != 0 && process.Dump().Troops.Single().Threads is [{ IsExact: true } thread])
                    {
                        TaskDump task = thread.Tasks.Single(task => task.Name == $"Program.{name}");
                        gate.SetResult();
                        await run;
                        return (task.File, task.Line);
                    }

                    await Task.Yield();
                }
            }

            private static async TroopTask UsingStatement()
            {
                await using (new Slow(true)) // UsingStatement
                {
                    await TroopTask.Yield();
                }
            }

            private static async TroopTask<int> UsingReturn()
            {
                await using (new Slow(true)) // UsingReturn
                    return await One();
            }

            private static async TroopTask UsingLast()
            {
                await using Slow first = new(false);
                await TroopTask.Yield();
                await using Slow last = new(true); // UsingLast
                await TroopTask.Yield();
            }

            private static async TroopTask UsingFirst()
            {
                Local();
                await using Slow first = new(true); // UsingFirst
                await using Slow last = new(false);
                await TroopTask.Yield();
                goto end;
            end:
                ;
            }

            private static async TroopTask FirstStep()
            {
                await foreach (int one in new Steps(1)) // FirstStep
                {
                    await TroopTask.Yield();
                }
            }

            private static async TroopTask ThirdStep()
            {
                await foreach (int one in new Steps(3)) // ThirdStep
                {
                    await TroopTask.Yield();
                    if (one == 1)
                    {
                        continue;
                    }

                    await TroopTask.Yield();
                }
            }

            private static async TroopTask BareStep()
            {
                await foreach (int one in new Steps(2)) // BareStep
                    await TroopTask.Yield();
            }

            private static async TroopTask Configured()
            {
                await foreach (int one in Numbers().WithCancellation(CancellationToken.None)) // Configured
                {
                    await TroopTask.Yield();
                }
            }

            private static async TroopTask Dynamic()
            {
                dynamic wait = Wait();
                await wait; // Dynamic
            }

            private static async TroopTask Mutable()
            {
                Counted counted = new(Wait());
                await counted; // Mutable
                if (counted.Count != 1)
                {
                    throw new System.InvalidOperationException($"{counted.Count} awaiters");
                }
            }

        #line 40 "view.page"
            private static async TroopTask Mapped()
            {
                await Wait();
            }
        #line default

            private static async TroopTask PartlyMapped() // PartlyMapped
            {
        #line 7 "view.page"
                await Wait();
        #line default
            }

            private static async TroopTask<int> One()
            {
                await TroopTask.Yield();
                return 1;
            }

            private static async IAsyncEnumerable<int> Numbers()
            {
                yield return 1;
                await Wait();
            }

            private static void Local() { }

            private static Task Wait()
            {
                Volatile.Write(ref waiting, 1);
                return gate.Task;
            }

            public static async Task<string> Fault()
            {
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1, Watchdog = false });
                return await process.InvokeAsync(static () => JoinTwice());
            }

            private static async TroopTask<string> JoinTwice()
            {
                TroopThread thread = TroopThread.Start(static () => Fail());
                try { await thread.Join(); } catch (System.FormatException) { }
                try { await thread.Join(); } catch (TroopFault fault) { return fault.ToString(); }
                return "";
            }

            private static async TroopTask Fail()
            {
                await TroopTask.Yield();
                throw new System.FormatException();
            }

            private sealed class Slow(bool waits) : System.IAsyncDisposable
            {
                public ValueTask DisposeAsync() => waits ? new(Wait()) : default;
            }

            private sealed class Steps(int slow)
            {
                public int Current { get; private set; }

                public Steps GetAsyncEnumerator() => this;

                public async Task<bool> MoveNextAsync()
                {
                    if (++Current == slow)
                    {
                        await Wait();
                    }

                    return Current < 4;
                }
            }

            private struct Counted(Task task)
            {
                public int Count;

                public TaskAwaiter GetAwaiter()
                {
                    Count++;
                    return task.GetAwaiter();
                }
            }
        }
        """;

    private static readonly Lazy<Type> Compiled = new(Compile);

    [TestCase("UsingStatement")]
    [TestCase("UsingReturn")]
    [TestCase("UsingLast")]
    [TestCase("UsingFirst")]
    [TestCase("FirstStep")]
    [TestCase("ThirdStep")]
    [TestCase("BareStep")]
    [TestCase("Configured")]
    [TestCase("Dynamic")]
    [TestCase("Mutable")]
    [TestCase("PartlyMapped")]
    public async Task A_task_waits_at_the_line_of_its_await(string name) => Assert.That(await Place(name), Is.EqualTo(("Program.cs", LineOf($"// {name}"))));

    [Test]
    public async Task Below_a_line_directive_it_waits_in_the_file_that_this_names() => Assert.That(await Place("Mapped"), Is.EqualTo(("view.page", 42)));

    [Test]
    public async Task A_fault_names_the_tasks_that_it_went_through_as_their_author_did()
    {
        string text = await (Task<string>)Invoke("Fault")!;
        Assert.That(text, Does.Contain("Program.Fail(").And.Contain("Program.JoinTwice(").And.Not.Contain("__troop_"));
    }

    private static Task<(string? File, int Line)> Place(string name) => (Task<(string? File, int Line)>)Invoke("Place", name)!;

    private static object? Invoke(string method, params object[] arguments) =>
        Compiled.Value.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, arguments);

    private static int LineOf(string text) => Program.Split('\n').ToList().FindIndex(line => line.EndsWith(text, StringComparison.Ordinal)) + 1;

    private static Type Compile()
    {
        Compilation output = TasksRun.Compile(TasksRun.Of(("Program.cs", Program)));
        using MemoryStream image = new();
        var result = output.Emit(image);
        Assert.That(result.Success, Is.True, () => string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext("lines").LoadFromStream(image).GetType("Program")!;
    }
}
