namespace Troops.Tests.CodeFixes;

/// <summary>Tasks are awaited or forgotten, async code becomes a task's, and what the generator needs is said.</summary>
[TestFixture, Category("Unit")]
internal sealed class TaskFixTests
{
    private const string Work = "static async TroopTask Work() => await TroopTask.Yield();";

    [Test]
    public async Task A_task_that_is_thrown_away_is_awaited()
    {
        string text = await Fixing.FixAsync(
            $"using Troops; partial class C {{ {Work} static async TroopTask M() {{ Work(); await TroopTask.Yield(); }} }}",
            "TROOP066",
            "Await it"
        );
        Assert.That(text, Does.Contain("{ await Work(); await TroopTask.Yield(); }"));
    }

    [Test]
    public async Task A_task_that_is_assigned_to_nothing_is_awaited()
    {
        string text = await Fixing.FixAsync(
            $"using Troops; partial class C {{ {Work} static async TroopTask M() {{ _ = Work(); await TroopTask.Yield(); }} }}",
            "TROOP066",
            "Await it"
        );
        Assert.That(text, Does.Contain("{ await Work(); await TroopTask.Yield(); }"));
    }

    [Test]
    public async Task A_task_that_is_thrown_away_is_forgotten_where_nothing_can_be_awaited()
    {
        string source = $"using Troops; partial class C {{ {Work} static void M() {{ Work(); }} }}";
        Assert.That(await Fixing.TitlesAsync(source, "TROOP066"), Is.EqualTo(["Forget it with '.Forget()'"]));
        Assert.That(await Fixing.FixAsync(source, "TROOP066", "Forget it with '.Forget()'"), Does.Contain("{ Work().Forget(); }"));
    }

    [Test]
    public async Task A_task_in_a_variable_that_nobody_awaits_is_forgotten()
    {
        string text = await Fixing.FixAsync(
            $"using Troops; partial class C {{ {Work} static void M() {{ TroopTask work = Work(); }} }}",
            "TROOP066",
            "Forget it with '.Forget()'"
        );
        Assert.That(text, Does.Contain("{ Work().Forget(); }"));
    }

    [Test]
    public async Task A_second_await_gets_no_offer()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            $"using Troops; partial class C {{ {Work} static async TroopTask M() {{ TroopTask a = Work(); await a; await a; }} }}",
            "TROOP066"
        );
        Assert.That(titles, Is.Empty);
    }

    [TestCase("() => Foo()", "async () => await Foo()")]
    [TestCase("static () => Foo()", "static async () => await Foo()")]
    [TestCase("Foo", "async () => await Foo()")]
    public async Task A_thread_waits_for_the_task_that_its_delegate_returns(string given, string awaited)
    {
        string text = await Fixing.FixAsync(
            $"using Troops; class C {{ static async Task Foo() => await Task.Yield(); static void M() => TroopThread.Start({given}); }}",
            "TROOP066",
            "Await it in the lambda"
        );
        Assert.That(text, Does.Contain($"TroopThread.Start({awaited});"));
    }

    [Test]
    public async Task An_async_method_becomes_a_task()
    {
        string text = await Fixing.FixAsync(
            "using Troops; partial class C { static async Task<int> Fill(List<int> all) { await Task.Yield(); return all.Count; } static async TroopTask M(List<int> all) => await Fill(all); }",
            "TROOP064",
            "Return 'TroopTask<int>' from 'Fill'"
        );
        Assert.That(text, Does.Contain("static async TroopTask<int> Fill(List<int> all)"));
    }

    [Test]
    public async Task A_public_async_method_becomes_a_task_and_says_so()
    {
        string text = await Fixing.FixAsync(
            "using Troops;\n\npublic static partial class C\n{\n    public static async ValueTask Fill(List<int> all)\n    {\n        await Task.Yield();\n        all.Add(1);\n    }\n\n    internal static async TroopTask M(List<int> all) => await Fill(all);\n}\n",
            "TROOP064",
            "Return 'TroopTask' from 'Fill'"
        );
        Assert.That(text, Does.Contain("    [TroopTask]\n    public static async TroopTask Fill(List<int> all)"));
    }

    [Test]
    public async Task An_async_method_that_others_use_as_a_task_of_NET_stays_one()
    {
        IReadOnlyList<string> titles = await Fixing.TitlesAsync(
            "using Troops; partial class C { static async Task Fill(List<int> all) { await Task.Yield(); all.Add(1); } static async TroopTask M(List<int> all) => await Task.WhenAll(Fill(all)); }",
            "TROOP064"
        );
        Assert.That(titles, Is.Empty);
    }

    [TestCase("new TaskCompletionSource()", "new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)")]
    [TestCase("new TaskCompletionSource(\"x\")", "new TaskCompletionSource(\"x\", TaskCreationOptions.RunContinuationsAsynchronously)")]
    public async Task A_completion_source_runs_continuations_later(string creation, string changed)
    {
        string text = await Fixing.FixAsync(
            $"using Troops; partial class C {{ static async TroopTask M() => await {creation}.Task; }}",
            "TROOP064",
            "Run continuations asynchronously"
        );
        Assert.That(text, Does.Contain($"await {changed}.Task;"));
    }

    [Test]
    public async Task A_cancellation_is_awaited()
    {
        string text = await Fixing.FixAsync(
            "using Troops; partial class C { static async TroopTask M(CancellationTokenSource s) { s.Cancel(); await TroopTask.Yield(); } }",
            "TROOP064",
            "Await 'CancelAsync'"
        );
        Assert.That(text, Does.Contain("{ await s.CancelAsync(); await"));
    }

    [Test]
    public async Task A_type_and_those_around_it_become_partial()
    {
        string text = await Fixing.FixAsync($"using Troops; class A {{ sealed class B {{ {Work} }} }}", "TROOP070", "Make 'B' partial");
        Assert.That(text, Does.Contain("partial class A { sealed partial class B {"));
    }

    [Test]
    public async Task The_class_around_an_extension_block_becomes_partial()
    {
        string text = await Fixing.FixAsync($"using Troops; static class A {{ extension(string) {{ {Work} }} }}", "TROOP070", "Make 'A' partial");
        Assert.That(text, Does.Contain("static partial class A { extension(string) {"));
    }

    [Test]
    public async Task A_public_task_is_marked()
    {
        string text = await Fixing.FixAsync(
            "namespace N;\n\npublic partial class C\n{\n    /// <summary>Works.</summary>\n    public static async Troops.TroopTask Work() => await Troops.TroopTask.Yield();\n}\n",
            "TROOP075",
            "Mark 'Work' [TroopTask]"
        );
        Assert.That(text, Does.StartWith("using Troops;"));
        Assert.That(text, Does.Contain("    /// <summary>Works.</summary>\n    [TroopTask]\n    public static async Troops.TroopTask Work()"));
    }
}
