using Troops.Tests.Docs;
using Troops.Tests.House;

namespace Troops.Tests.Analyzers;

// Bodies full of threads, captures and tasks: as people type them, and as nobody does.
internal sealed partial class RobustnessTests
{
    private const string Imports = "using System.Collections.Immutable; using Troops; using Troops.Sharing;";

    private const int ThreadSample = 400;

    private const string Harbour = "Troops.Tests/Specs/Idiomatic/Harbour";

    private static readonly string[] Knots =
    [
        "Action a = null; a = () => a(); TroopThread.Start(a); TroopThread.Start(() => a());",
        "void F() => G(); void G() { F(); x++; } TroopThread.Start(F); TroopThread.Start(() => G()); int x = 0;",
        "TroopThread.Start(() => TroopThread.Start(() => TroopThread.Start(() => x++))); int x = 0; x++;",
        "Func<TroopTask> f = async () => { await f(); }; TroopThread.Start(f); f().Forget(); await f(); _ = f();",
        "async TroopTask T(int n) { if (n > 0) await T(n - 1); } var t = T(3); t = T(t.IsCompleted ? 1 : 2); await t; await t;",
        "goto end; TroopTask t; start: t = TroopTask.CompletedTask; if (t.IsCompleted) goto start; end: await t;",
        "foreach (var i in new[] { 1 }) { TroopThread.Start(() => { foreach (var j in new[] { i }) TroopThread.Start(() => i + j); }); }",
        "for (int i = 0; ; i++) { TroopThread.Start(() => i); if (i is > 3 and var k) { TroopThread.Start(() => k = i); break; } }",
        "await (true ? TroopTask.CompletedTask : default); await (await TroopTask.FromResult(TroopTask.FromResult(1)));",
        "var (a, b) = await TroopTask.WhenAll(TroopTask.FromResult(new List<int>()), TroopTask.FromResult(1)); TroopThread.Start(() => (a, b) = (a, b));",
        "dynamic d = 1; TroopThread.Start(() => d.X(d)); TroopThread.Start(d); await d; Task.Run(d); d += d;",
        "var y = y; y.Go(); dynamic d = d; var z = z.Go() + d; z.Go(); (d, var e) = (e, d); e.Go(); Action<dynamic> a = x => { var w = w + x; var v = v(() => { var u = v + w; u.Go(); }); v.Go(); foreach (var t in t + x) t.Go(); }; var all = new List<dynamic>(); all.ForEach(x => { var o = p; var p = o; o.Go(); p.Go(); });",
        "await foreach (var i in i.WithCancellation()) { } await foreach (var i in TaskAsyncEnumerableExtensions.WithCancellation()) { } await foreach (var i in M.ConfigureAwait().WithCancellation(i)) { } await using (TaskAsyncEnumerableExtensions.ConfigureAwait(null, false)) { } await using var u = u.ConfigureAwait(u); await foreach (var (a, b) in default(IAsyncEnumerable<>).WithCancellation(a)) { }",
        "var l = new List<List<int>>(); l.Select(async); l.Select(async x => x.Select(async (x, _) => await x)); l.Select(Missing); l.Select(N); async Task N(List<int> x) { await Task.WhenAll(l.Select(N)); } l.Select(l.N<int>); Enumerable.Select(N, N); l.ForEach(async (ref List<int> x) => { }); l.Select(async _ => { }, async __arglist => { });",
        "Span<int> s = stackalloc int[3]; TroopThread.Start(() => s[0]); ref int r = ref s[0]; TroopThread.Start(() => r);",
        "try { await TroopTask.Yield(); } catch (Exception e) when (TroopThread.Start(() => e) is null) { lock (e) { await Task.Run(() => e); } } finally { await TroopTask.Yield(); }",
        "using var c = new CancellationTokenSource(); c.Token.Register(() => c.Cancel()); c.Token.Register(c.Cancel); c.Token.Register(null!); c.Token.Register();",
        "TroopThread.Start(); TroopThread.Start(null!); TroopThread.Start(default(Action)!); TroopThread.Start(throw null!); TroopThread.Start(() => throw null!); new Channel(1).Send(;",
        "TroopThread.Start(Missing); TroopThread.Start(() => Missing); TroopThread.Start(missing => missing); TroopThread.StartAll(Missing, x => x.Y); Blocking.Run(() => Missing.Z);",
        "Timer t = new(_ => t.Dispose()); Parallel.For(0, 3, (i, s) => s.Break()); new Thread(() => { }).Start(); ThreadPool.QueueUserWorkItem(x => x!.ToString()); t.Elapsed += (_, _) => { };",
        "var q = from x in new[] { 1 }.AsParallel() let y = TroopThread.Start(() => x) where y != null select Task.Run(async () => await y.Join()); q.ToList().ForEach(async x => await x);",
    ];

    private static IEnumerable<(string Name, string Source)> ThreadPrograms =>
        MovePair
            .All.SelectMany(static pair => pair.Programs.Select((program, i) => ($"{pair.Title} {i}", $"{Imports} {program}")))
            .Concat(Repository.SourceFiles(Harbour).Select(static path => (path, Imports + File.ReadAllText(Repository.FullPath(path)))));

    [Test]
    public Task Threads_and_tasks_that_end_after_any_token_are_survived() =>
        SurviveAllAsync(Damaged(ThreadPrograms, static (source, token) => source[..token.Span.End]), ThreadSample);

    [Test]
    public Task Threads_and_tasks_that_lack_any_token_are_survived() =>
        SurviveAllAsync(Damaged(ThreadPrograms, static (source, token) => source.Remove(token.SpanStart, token.Span.Length)), ThreadSample);

    [TestCaseSource(nameof(Knots))]
    public async Task Knots_of_threads_and_tasks_are_survived(string statements)
    {
        foreach (string result in new[] { "TroopTask", "TroopTask<int>", "Task", "ValueTask", "void", "IAsyncEnumerable<int>", "Missing" })
        {
            await Robustness.SurviveAsync($"{Imports} class C<T>(T p) {{ List<int> l = []; [TroopTask] async {result} M() {{ {statements} }} }} {statements}");
        }
    }

    private static IEnumerable<TestCaseData> ThreadGiants()
    {
        yield return Giant("two thousand threads", Many(2000, static i => $"int x{i} = {i}; TroopThread.Start(() => x{i});"));
        yield return Giant(
            "a lambda with a thousand captures",
            $"{Many(1000, static i => $"int x{i} = {i};")} TroopThread.Start(() => {Many(1000, static i => $"x{i}", " + ")});"
        );
        yield return Giant("two thousand lambdas over one variable", $"int x = 0; {Many(2000, static _ => "TroopThread.Start(() => x);")} x++;");
        // Cast, for the compiler alone takes twice as long for each lambda around that fits several overloads.
        yield return Giant("nested threads", Nested(100, "TroopThread.Start((Action)(() => { int y = 1; ", "y++;", " }));"));
        yield return Giant("two thousand tasks", Many(2000, static i => $"var t{i} = TroopTask.FromResult({i});") + Many(2000, static i => $"await t{i};"));
        yield return Giant(
            "one task in two thousand branches",
            $"var t = TroopTask.FromResult(1); {Many(2000, static i => $"if (x > {i}) {{ t = TroopTask.FromResult({i}); }} else {{ await t; }}")}"
        );
        yield return Giant(
            "five hundred local functions that call each other",
            Many(500, static i => $"void F{i}() {{ x += {i}; F{(i + 1) % 500}(); F{(i * 7) % 500}(); }}") + "TroopThread.Start(F0);"
        );
        yield return Giant(
            "a hundred dynamic variables of which each is made of the last one twice",
            $"Func<dynamic, dynamic> f = d => {{ var a0 = d; {Many(100, static i => $"var a{i + 1} = a{i} + a{i};")} return a100.Foo; }};"
        );
        yield return Giant(
            "five hundred delegates that hold each other",
            "Action a0 = () => x++;" + Many(500, static i => $"Action a{i + 1} = () => {{ a{i}(); a{i / 2}(); }};") + "TroopThread.Start(a500);"
        );
    }

    [TestCaseSource(nameof(ThreadGiants))]
    public async Task Giants_of_threads_and_tasks_are_survived(string statements) =>
        await Robustness.SurviveAsync($"{Imports} static class C {{ [TroopTask] static async TroopTask M(int x) {{ {statements} }} }}");
}
