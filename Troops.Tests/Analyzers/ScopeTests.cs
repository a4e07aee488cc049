using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Troops.Tests.Generators.Verdicts;

namespace Troops.Tests.Analyzers;

/// <summary>With <c>TroopsScope=Annotated</c> the rules on statics and hatches look at task code, and at what it uses.</summary>
[TestFixture, Category("Spec")]
internal sealed class ScopeTests
{
    private const string Program = """
        using Troops;
        static class Old { static int count; internal static Task Next() { count++; return Task.Run(static () => { }); } }
        static class Used { static int count; internal static Task Next() { Deep.Next(); count++; return Task.Run(static () => { }); } }
        static class Deep { static int count; internal static int Next() => ++count; }
        static class Starts { static int count; internal static void All() { TroopThread.Start(static () => { }); count++; } }
        static class Tasks { static int count; internal static async TroopTask All() { count++; await Used.Next(); } }
        static class Lambdas { static int count; internal static Func<TroopTask> All() { count++; return static async () => await TroopTask.Yield(); } }
        static class Callers { static int count; internal static async Task All() { count++; await Old.Next(); Starts.All(); } }
        """;

    [Test]
    public async Task Types_that_task_code_does_not_use_are_left_alone() =>
        Assert.That(
            await FindAsync("Annotated"),
            Is.EqualTo(["Used TROOP020", "Used TROOP063", "Deep TROOP020", "Starts TROOP020", "Tasks TROOP020", "Lambdas TROOP020"])
        );

    [Test]
    public async Task Every_type_is_looked_at_otherwise() =>
        Assert.That(
            await FindAsync("Project"),
            Is.EqualTo([
                "Old TROOP020",
                "Old TROOP063",
                "Used TROOP020",
                "Used TROOP063",
                "Deep TROOP020",
                "Starts TROOP020",
                "Tasks TROOP020",
                "Lambdas TROOP020",
                "Callers TROOP020",
            ])
        );

    [TestCase("true", 1)]
    [TestCase("false", 0)]
    public async Task Calls_by_reflection_that_anybody_may_make_are_reported_if_the_build_is_strict(string isStrict, int count)
    {
        ImmutableArray<Diagnostic> found = await FindAsync(
            "static class C { internal static object? Call(Delegate d) => d.DynamicInvoke(); }",
            "TroopsStrict",
            isStrict
        );
        Assert.That(found.Count(static diagnostic => diagnostic.Id == "TROOP061"), Is.EqualTo(count));
    }

    [Test]
    public async Task What_a_program_registers_counts_if_its_task_code_uses_it()
    {
        const string Web = """
            using Microsoft.Extensions.DependencyInjection;
            using Troops;
            IServiceCollection services = null!;
            services.AddSingleton<Old>();
            services.AddSingleton<Used>();
            services.AddSingleton<Called>();
            services.AddSingleton<System.Text.StringBuilder>();
            services.AddSingleton<ICounter, Counter>();
            services.AddSingleton<Held>();
            Action act = static () => new Held().Next();
            Registers.All(services);
            Start();
            TroopThread.Start(act);
            static void Start() => TroopThread.Start(static () => Next(new Used()));
            static int Next(Used used) => Called.Number + used.Next() + ((ICounter?)null)!.Next();
            sealed class Old { int n; internal int Next() => ++n; }
            sealed class Used { int n; internal int Next() => ++n; }
            sealed class Called { int n; internal int Next() => ++n; internal static int Number => 1; }
            interface ICounter { int Next(); }
            sealed class Counter : ICounter { int n; public int Next() => ++n; }
            sealed class Held { int n; internal int Next() => ++n; }
            static class Registers { internal static void All(IServiceCollection services) { services.AddSingleton<Used>(); services.AddSingleton<Old>(); Task.Run(static () => { }); } }
            namespace Microsoft.Extensions.DependencyInjection
            {
                interface IServiceCollection;
                static class ServiceCollectionServiceExtensions
                {
                    internal static IServiceCollection AddSingleton<TService>(this IServiceCollection services) where TService : class => services;
                    internal static IServiceCollection AddSingleton<TService, TImplementation>(this IServiceCollection services) where TService : class => services;
                }
            }
            """;
        string[] found =
        [
            .. (await FindAsync(Web, "TroopsScope", "Annotated", OutputKind.ConsoleApplication))
                .Where(static diagnostic => diagnostic.Id == "TROOP069")
                .Select(static diagnostic => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)),
        ];
        Assert.That(
            found,
            Is.EqualTo([
                "AddSingleton<Used>",
                "AddSingleton<Called>",
                "AddSingleton<System.Text.StringBuilder>",
                "AddSingleton<ICounter, Counter>",
                "AddSingleton<Held>",
                "AddSingleton<Used>",
            ])
        );
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(
        string program,
        string property,
        string value,
        OutputKind kind = OutputKind.DynamicallyLinkedLibrary
    )
    {
        CSharpCompilation compilation = TestCompilation.Of(("Program.cs", program));
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(kind));
        Assert.That(TestCompilation.Errors(compilation), Is.Empty);
        TestConfiguration configuration = new(("build.globalconfig", $"is_global = true\nbuild_property.{property} = {value}"));
        return await TestCompilation.AnalyzeAsync(compilation, options: new AnalyzerOptions([], configuration));
    }

    private static async Task<string[]> FindAsync(string scope)
    {
        ImmutableArray<Diagnostic> found = await FindAsync(Program, "TroopsScope", scope);
        string[] lines = Program.Split('\n');
        return
        [
            .. found
                .Where(static diagnostic => diagnostic.Id is "TROOP020" or "TROOP063")
                .Select(diagnostic => $"{lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].Split(' ')[2]} {diagnostic.Id}"),
        ];
    }
}
