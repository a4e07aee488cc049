using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>Many bodies, compiled together, into assemblies that go when nothing of them is in use any more.</summary>
internal sealed class Batch : IDisposable
{
    private const string Folder = "/random/";

    /// <summary>What goes away again is not compiled in tiers: without this it is optimized before its first run, which costs five times what running it does.</summary>
    private static readonly SyntaxTree QuickToStart = CSharpSyntaxTree.ParseText(
        "[assembly: System.Diagnostics.Debuggable(System.Diagnostics.DebuggableAttribute.DebuggingModes.Default | System.Diagnostics.DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints | System.Diagnostics.DebuggableAttribute.DebuggingModes.DisableOptimizations)]",
        CorpusSource.Parsing,
        $"{Folder}QuickToStart.cs",
        System.Text.Encoding.UTF8
    );
    private const int ErrorsShown = 3;

    private static int count;

    private readonly AssemblyLoadContext context = new($"random {Interlocked.Increment(ref count)}", isCollectible: true);
    private readonly Func<SyntaxTree, SyntaxTree> mistake;
    private readonly List<BrokenBody> broken = [];
    private readonly Dictionary<Build, CorpusAssembly> ours = [];
    private readonly Dictionary<string, SyntaxTree> trees = new(StringComparer.Ordinal);
    private List<Body> bodies;

    /// <param name="bodies">No two of one seed.</param>
    /// <param name="builds">Which there are to be.</param>
    /// <param name="mistake">What is done to the files that the generator has written.</param>
    internal Batch(IEnumerable<Body> bodies, IEnumerable<Build> builds, Func<SyntaxTree, SyntaxTree>? mistake = null)
    {
        this.bodies = [.. bodies];
        this.mistake = mistake ?? (static tree => tree);
        foreach (Body body in this.bodies)
        {
            trees[PathOf(body)] = CSharpSyntaxTree.ParseText(body.Print(), CorpusSource.Parsing, PathOf(body), System.Text.Encoding.UTF8);
        }

        Plain = Compile(
            files =>
                CorpusCompiler.Create(
                    "Plain",
                    files.Concat(CorpusSource.Common).Select(CorpusSource.AsPlain).Concat(CorpusSource.PlainOnly).Append(QuickToStart),
                    debug: false
                ),
            isPlain: true
        );
        foreach (
            IGrouping<(bool IsGenerated, bool IsDebug), Build> group in builds.GroupBy(static build => (build.Tier is not CorpusTier.Original, build.IsDebug))
        )
        {
            CorpusAssembly assembly = Compile(files => Ours(files, group.Key.IsGenerated, group.Key.IsDebug), isPlain: false);
            foreach (Build build in group)
            {
                ours[build] = assembly;
            }
        }
    }

    /// <summary>Those that compile.</summary>
    internal IReadOnlyList<Body> Bodies => bodies;

    internal IReadOnlyList<BrokenBody> Broken => broken;

    internal CorpusAssembly Plain { get; }

    internal IEnumerable<Build> Builds => ours.Keys;

    public void Dispose() => context.Unload();

    internal CorpusAssembly AssemblyOf(Build build) => ours[build];

    /// <summary>The async tasks of a body, its own among them, that the generator wrote no copy of.</summary>
    internal IEnumerable<string> WithoutCopy(Body body, Build build)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        Type type = ours[build].Original(body.Name).DeclaringType!;
        return from method in type.GetNestedTypes(Any).Append(type).SelectMany(static type => type.GetMethods(Any))
            where method.CustomAttributes.Any(static mark => mark.AttributeType == typeof(TroopTaskAttribute))
            where method.CustomAttributes.Any(static mark => mark.AttributeType == typeof(AsyncStateMachineAttribute))
            where !method.Name.StartsWith("__troop_", StringComparison.Ordinal)
            where !method.DeclaringType!.GetMethods(Any).Any(copy => copy.Name.StartsWith($"__troop_{method.Name}_", StringComparison.Ordinal))
            select method.Name;
    }

    private Compilation Ours(IEnumerable<SyntaxTree> files, bool isGenerated, bool isDebug)
    {
        Compilation written = CorpusCompiler.Create(isGenerated ? "Generated" : "Original", files.Concat(CorpusSource.Common).Append(QuickToStart), isDebug);
        if (!isGenerated)
        {
            return written;
        }

        Compilation all = CorpusCompiler.Generate(written);
        foreach (SyntaxTree tree in all.SyntaxTrees.Except(written.SyntaxTrees).ToList())
        {
            all = mistake(tree) is var wrong && wrong != tree ? all.ReplaceSyntaxTree(tree, wrong) : all;
        }

        return all;
    }

    /// <summary>What is wrong is left out, and told of.</summary>
    private CorpusAssembly Compile(Func<IEnumerable<SyntaxTree>, Compilation> create, bool isPlain)
    {
        while (true)
        {
            Compilation compilation = create(bodies.Select(body => trees[PathOf(body)]));
            if (CorpusCompiler.Emit(compilation, context, out IReadOnlyList<Diagnostic> errors) is { } assembly)
            {
                return assembly;
            }

            // Copies lead back to the body by their #line directives.
            ILookup<string, Diagnostic> byFile = errors.ToLookup(static error => error.Location.GetMappedLineSpan().Path, StringComparer.Ordinal);
            List<Body> wrong = [.. bodies.Where(body => byFile.Contains(PathOf(body)))];
            if (wrong.Count == 0)
            {
                throw new InvalidOperationException($"Not a body's error: {string.Join(Environment.NewLine, errors.Take(ErrorsShown))}");
            }

            broken.AddRange(wrong.Select(body => new BrokenBody(body, isPlain, string.Join(Environment.NewLine, byFile[PathOf(body)].Take(ErrorsShown)))));
            bodies = [.. bodies.Except(wrong)];
        }
    }

    private static string PathOf(Body body) => $"{Folder}{body.Type}.cs";
}
