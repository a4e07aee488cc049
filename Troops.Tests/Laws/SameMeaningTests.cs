using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Tests.House;
using Troops.Tests.Support;

namespace Troops.Tests.Laws;

/// <summary>Law 7 for the original tier: a body means what it would mean as a plain <c>async Task</c>.</summary>
[TestFixture, Category("Corpus")]
internal sealed class SameMeaningTests
{
    private const string Folder = "Troops.Tests/Laws";
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<Type> Plain = new(static () =>
        Compile("Plain", static text => text.Replace("TroopTask", "Task", StringComparison.Ordinal), OptimizationLevel.Release)
    );
    private static readonly Lazy<Type> Ours = new(static () => Compile("Ours", static text => text, OptimizationLevel.Release));
    private static readonly Lazy<Type> OursInDebug = new(static () => Compile("OursInDebug", static text => text, OptimizationLevel.Debug));

    private static IEnumerable<string> Names =>
        typeof(Bodies).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(static method => method.Name);

    [Test]
    public async Task A_body_does_the_same_as_a_plain_Task([ValueSource(nameof(Names))] string name, [Values] bool debug, [Values(1, 4)] int workers)
    {
        string expected = await Describe(async trace => await (Task<object?>)Invoke(Plain.Value, name, trace));
        string actual = await Describe(async trace =>
            await InThread.Run(async () => await (TroopTask<object?>)Invoke((debug ? OursInDebug : Ours).Value, name, trace), workers)
        );

        Assert.That(actual, Is.EqualTo(expected));
    }

    private static object Invoke(Type bodies, string name, List<string> trace) => bodies.GetMethod(name)!.Invoke(null, [trace])!;

    /// <summary>Trace, and result or exception, in one text.</summary>
    private static async Task<string> Describe(Func<List<string>, Task<object?>> run)
    {
        List<string> trace = [];
        try
        {
            object? result = await run(trace);
            trace.Add($"result {result}");
        }
        catch (Exception fault)
        {
            trace.Add($"{fault.GetType().Name}: {fault.Message}");
        }

        return string.Join(Environment.NewLine, trace);
    }

    private static Type Compile(string name, Func<string, string> edit, OptimizationLevel level)
    {
        CSharpParseOptions language = new(LanguageVersion.Latest);
        IEnumerable<string> texts = Repository
            .SourceFiles(Folder)
            .Where(static path => path.StartsWith($"{Folder}/{nameof(Bodies)}.", StringComparison.Ordinal))
            .Select(path => edit(File.ReadAllText(Repository.FullPath(path))));
        IEnumerable<string> platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Troops.Tests.Bodies.{name}",
            texts.Append(Usings).Select(text => CSharpSyntaxTree.ParseText(text, language)),
            platform.Append(typeof(TroopTask).Assembly.Location).Distinct().Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level, nullableContextOptions: NullableContextOptions.Enable)
        );
        using MemoryStream image = new();
        Assert.That(compilation.Emit(image).Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image).GetType(typeof(Bodies).FullName!)!;
    }
}
