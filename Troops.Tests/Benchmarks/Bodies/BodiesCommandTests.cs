using System.CommandLine;
using Microsoft.CodeAnalysis;
using Troops.Benchmarks.Bodies;
using Troops.Tests.Samples;

namespace Troops.Tests.Benchmarks.Bodies;

[TestFixture, Category("Unit")]
internal sealed class BodiesCommandTests
{
    private const string Shop = """
        namespace Shop;

        internal interface IStore { Task<int> CountAsync(string name); ValueTask SaveAsync(); }

        internal sealed class Store<T> : IStore where T : class
        {
            async Task<int> IStore.CountAsync(string name)
            {
                int sum = 0;
                for (int i = 0; i < name.Length; i++) { sum += await One(i).ConfigureAwait(false); }
                return sum;
            }

            public async ValueTask SaveAsync() { try { await One(1); } finally { await Task.Yield(); } }

            private async ValueTask<int> One<U>(U one, string format = "{0}") where U : struct => await Task.FromResult(1);
        }

        internal static class More
        {
            internal static async void Fire() => await Task.Yield();
            internal static Task Plain() => Task.CompletedTask;
        }
        """;

    [Test]
    public async Task Every_async_method_gets_a_task_beside_it_and_every_task_a_copy()
    {
        (int code, string lines) = await RunAsync([("Shop.cs", Shop)]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, lines);
            Assert.That(Count(lines, "async methods tried"), Is.EqualTo(3));
            Assert.That(Count(lines, "copied"), Is.EqualTo(3));
            Assert.That(Count(lines, "calls intercepted"), Is.EqualTo(5), "one of each from what is no task, and two in the originals of the tasks");
            Assert.That(Count(lines, "async methods that return no task"), Is.EqualTo(1));
            Assert.That(Count(lines, "projects whose bodies are bound and not lowered"), Is.Zero);
            Assert.That(
                lines,
                Does.Contain("\nloop: for\t1\t1\t1\n").And.Contain("\nawait: in finally\t1\t1\t1\n").And.Contain("\nawait: configured\t1\t1\t1\n")
            );
        });
    }

    [Test]
    public async Task What_needs_a_missing_package_is_no_trial_and_the_rest_is()
    {
        (int code, string lines) = await RunAsync([
            (
                "Tests.cs",
                """
                using Missing.Framework;
                [Fixture]
                public class Tests : Base, IDisposable
                {
                    [Case] public async Task Asserts() { await Task.Yield(); Check.That(1); }
                    [Case] public async Task<Missing> Returns() { await Task.Yield(); return null; }
                    protected override async Task Overrides() { await Task.Yield(); }
                    public async Task Is_whole() { while (true) { await Task.Yield(); } }
                    public void Dispose() { }
                }
                """
            ),
        ]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, lines);
            Assert.That(Count(lines, "async methods that do not bind, something that they need is missing"), Is.EqualTo(1));
            Assert.That(Count(lines, "async methods tried"), Is.EqualTo(2));
            Assert.That(Count(lines, "copied"), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task What_project_files_say_is_heard()
    {
        (int code, string lines) = await RunAsync([
            ("Directory.Build.props", "<Project><PropertyGroup><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup></Project>"),
            (
                "src/Lib/Lib.csproj",
                """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><DefineConstants>$(DefineConstants);EXTRA</DefineConstants></PropertyGroup><ItemGroup><Compile Include="../Shared/**/*.cs" /><Using Include="System.Text" /></ItemGroup></Project>"""
            ),
            (
                "src/Lib/Lib.cs",
                "namespace Lib; internal static class L { internal static async Task<string?> Hidden() { await Shared.S.Go(); return new StringBuilder().ToString(); } }"
            ),
            ("src/Lib/obj/Left.cs", "not C#"),
            (
                "src/Shared/In/S.cs",
                "namespace Shared;\n#if EXTRA\ninternal static class S { internal static async Task Go() => await Task.Yield(); }\n#endif\n"
            ),
            (
                "test/Lib.Tests/Lib.Tests.csproj",
                """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="..\..\src\Lib\Lib.csproj" /></ItemGroup></Project>"""
            ),
            ("test/Lib.Tests/T.cs", "class T { async Task Uses() { _ = await Lib.L.Hidden(); } }"),
        ]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, lines);
            Assert.That(Count(lines, "projects"), Is.EqualTo(2));
            Assert.That(Count(lines, "files"), Is.EqualTo(3));
            Assert.That(Count(lines, "declarations left out, something that they need is missing"), Is.Zero);
            Assert.That(Count(lines, "copied"), Is.EqualTo(3));
        });
    }

    [Test]
    public async Task A_task_without_a_copy_is_counted_by_its_reason()
    {
        (int code, string lines) = await RunAsync([("I.cs", "interface I { async Task Go() => await Task.Yield(); }")]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, lines);
            Assert.That(Count(lines, "not copied"), Is.EqualTo(1));
            Assert.That(lines, Does.Contain("\nit is an instance member of an interface\t1\n"));
        });
    }

    [Test]
    public async Task A_generator_that_writes_an_error_fails()
    {
        (int code, string lines) = await RunAsync([("Shop.cs", Shop)], static _ => new OtherGenerator("class Broken : Nobody { }"));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(Count(lines, "errors caused"), Is.EqualTo(1));
            Assert.That(lines, Does.Contain("Other.g.cs:1\tCS0246").And.Contain("class Broken : Nobody"));
        });
    }

    /// <summary>A reference that lives over an <c>await</c> is wrong, and binding does not tell.</summary>
    [Test]
    public async Task An_error_that_only_lowering_finds_fails_too()
    {
        const string lost =
            "class Lost { static async System.Threading.Tasks.Task M(int[] a) { ref int r = ref a[0]; await System.Threading.Tasks.Task.Yield(); r++; } }";
        (int code, string lines) = await RunAsync([("Shop.cs", Shop)], static _ => new OtherGenerator(lost));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(Count(lines, "errors caused"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_generator_that_throws_fails()
    {
        (int code, string lines) = await RunAsync([("Shop.cs", Shop)], static _ => new OtherGenerator(text: null));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(Count(lines, "crashes"), Is.EqualTo(1));
            Assert.That(lines, Does.Contain("It has nothing to say"));
        });
    }

    [Test]
    public async Task What_the_generator_itself_refuses_is_shown_with_its_error()
    {
        Diagnostic problem = Diagnostic.Create(
            new DiagnosticDescriptor("XX0001", "Strange", "Strange", "Strange", DiagnosticSeverity.Error, isEnabledByDefault: true),
            Location.None
        );
        (int code, string lines) = await RunAsync(
            [("Shop.cs", Shop)],
            refused =>
            {
                refused(problem);
                return new OtherGenerator("");
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, lines);
            Assert.That(lines, Does.Contain("XX0001 Strange").And.Contain("\nit was dropped\t3\n"));
        });
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_said_so()
    {
        using StringWriter errors = new();
        int code = await new BodiesCommand(TextWriter.Null, errors).Create().Parse(["/no/such/folder"]).InvokeAsync();
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(errors.ToString(), Does.Contain("/no/such/folder"));
        });
    }

    private static async Task<(int Code, string Lines)> RunAsync(
        IEnumerable<(string Path, string Text)> files,
        Func<Action<Diagnostic>, IIncrementalGenerator>? generator = null
    )
    {
        using TextFolder folder = new();
        foreach ((string path, string text) in files)
        {
            folder.Write(path, text);
        }

        await using StringWriter lines = new();
        int code = await new BodiesCommand(lines, TextWriter.Null, generator).Create().Parse([folder.Root]).InvokeAsync();
        return (code, lines.ToString().ReplaceLineEndings("\n"));
    }

    private static int Count(string lines, string what) =>
        int.Parse(
            lines.Split('\n').Single(line => line.StartsWith($"{what}\t", StringComparison.Ordinal)).Split('\t')[1],
            System.Globalization.CultureInfo.InvariantCulture
        );
}
