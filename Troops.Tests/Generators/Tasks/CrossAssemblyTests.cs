using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Tests.Generators.Tasks;

/// <summary>A library and a program: which body runs, whoever of them has the generator, and that all means the same.</summary>
internal sealed class CrossAssemblyTests
{
    private const string Library = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using Troops;

        namespace Prices;

        public abstract partial class Source
        {
            [TroopTask]
            public abstract TroopTask<string> Virtual();
        }

        public partial class Catalog : Source
        {
            /// <summary>"copy" or "original": what runs.</summary>
            [TroopTask]
            public static async TroopTask<string> Look()
            {
                string body = Environment.StackTrace.Contains("__troop_Look", StringComparison.Ordinal) ? "copy" : "original";
                await TroopTask.Yield();
                return body;
            }

            [TroopTask]
            public static async TroopTask<string> LookInside() => await Look();

            [TroopTask]
            public override async TroopTask<string> Virtual()
            {
                string body = Environment.StackTrace.Contains("__troop_Virtual", StringComparison.Ordinal) ? "copy" : "original";
                await TroopTask.Yield();
                return body;
            }

            [TroopTask]
            public static async TroopTask<T> Generic<T>(T value, Func<T, TroopTask<T>> change)
                where T : notnull
            {
                for (int i = 0; i < 1000; i++)
                {
                    value = await change(value);
                }

                return value;
            }
        }
        """;

    private const string Program = """
        using System;
        using System.Reflection;
        using System.Threading.Tasks;
        using Prices;
        using Troops;

        public static partial class Program
        {
            [TroopTask]
            private static async TroopTask<string> Here()
            {
                string body = Environment.StackTrace.Contains("__troop_Here", StringComparison.Ordinal) ? "copy" : "original";
                await TroopTask.Yield();
                return body;
            }

            [TroopTask]
            private static async TroopTask<string> All()
            {
                Func<TroopTask<string>> here = Here;
                Func<TroopTask<string>> look = Catalog.Look;
                MethodInfo found = typeof(Program).GetMethod("Here", BindingFlags.NonPublic | BindingFlags.Static)!;
                Source source = new Catalog();
                string seen = $"{await Here()} by name, {await here()} by delegate, {await (TroopTask<string>)found.Invoke(null, null)!} by reflection; ";
                seen += $"{await Catalog.Look()} of the library by name, {await look()} by delegate, {await source.Virtual()} by override, {await Catalog.LookInside()} within; ";
                return seen + await Catalog.Generic(1, static async value => value + await Catalog.Generic(0, static zero => TroopTask.FromResult(zero)));
            }

            public static async Task<string> Run()
            {
                await using TroopProcess process = new(new TroopProcessOptions { Workers = 1 });
                return await process.InvokeAsync(static () => All());
            }
        }
        """;

    [TestCase(
        true,
        true,
        "copy by name, original by delegate, original by reflection; original of the library by name, original by delegate, original by override, copy within; 1"
    )]
    [TestCase(
        false,
        true,
        "copy by name, original by delegate, original by reflection; original of the library by name, original by delegate, original by override, original within; 1"
    )]
    [TestCase(
        true,
        false,
        "original by name, original by delegate, original by reflection; original of the library by name, original by delegate, original by override, copy within; 1"
    )]
    public async Task Each_caller_meets_a_body_that_means_the_same(bool library, bool program, string expected)
    {
        Programs loaded = new($"cross {library} {program}");
        MetadataReference prices = loaded.Add(Compile(TasksRun.Of(("Prices.cs", Library)).WithAssemblyName("Prices"), library));
        loaded.Add(Compile(TasksRun.Of(("Program.cs", Program)).AddReferences(prices).WithAssemblyName("Shop"), program));
        MethodInfo run = loaded.Load("Shop").GetType("Program")!.GetMethod("Run")!;
        Assert.That(await (Task<string>)run.Invoke(null, null)!, Is.EqualTo(expected));
    }

    private static Compilation Compile(CSharpCompilation compilation, bool generate) => generate ? TasksRun.Compile(compilation) : compilation;
}
