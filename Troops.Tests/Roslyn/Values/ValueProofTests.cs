using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;
using Troops.Roslyn.Values;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Roslyn.Values;

/// <summary>Expressions and the kind that is seen of them.</summary>
[TestFixture, Category("Unit")]
internal sealed class ValueProofTests
{
    private const string Prelude = """
        using System.Collections.Immutable;
        using System.Text;
        using Troops;

        [Immutable] public sealed class Pt(int x) { private readonly int x = x; public int Get() => x; }
        [Immutable] public interface IShape;
        [ThreadSafe] public sealed class Safe { public void Do() { } }
        [ImmutableBase] public class Base;
        [ConditionallyImmutable] public sealed class Cond<[OnlyIf] T> { public object? Tag { get; init; } }
        internal class Open(int n) { private readonly int n = n; public override string ToString() => $"{n}"; }
        internal struct Counter { public int N; public int Next() => N++; }
        internal readonly record struct Point(int X, int Y);
        internal enum Color { Red }
        [Immutable] internal sealed class Held
        {
            public readonly object Field = ""; public object Auto { get; } = ""; public object Computed => new List<int>();
            public readonly List<int> Closed = [];
        }
        internal static class Statics
        {
            public static readonly object Sentinel = new(), List = new List<int>();
            public static readonly Func<int> One = () => 1;
            public static readonly object Rewritten = "";
            public static object Assignable = "";
            static Statics() { Statics.Rewritten = new List<int>(); }
            public static int Zero() => 0;
        }
        """;

    // Constants and the default value
    [TestCase("object?", "null", Kind.Val)]
    [TestCase("object", "5", Kind.Val)]
    [TestCase("object", "\"x\"", Kind.Val)]
    [TestCase("object?", "default", Kind.Val)]
    [TestCase("object?", "default(List<int>)", Kind.Val)]
    [TestCase("object", "default(Counter)", Kind.Ref)]
    [TestCase("object", "default(Point)", Kind.Val)]
    [TestCase("object", "Color.Red", Kind.Val)]
    [TestCase("object", "nameof(l)", Kind.Val)]
    // Creation: exactly that class
    [TestCase("object", "new object()", Kind.Val)]
    [TestCase("object", "new()", Kind.Val)]
    [TestCase("object", "new Open(1)", Kind.Val)]
    [TestCase("Open", "open", Kind.Ref)]
    [TestCase("object", "new Base()", Kind.Val)]
    [TestCase("object", "new List<int>()", Kind.Ref)]
    [TestCase("object", "new Cond<int>()", Kind.Val)]
    [TestCase("object", "new Cond<List<int>>()", Kind.Ref)]
    [TestCase("object", "new Safe()", Kind.Sync)]
    [TestCase("object", "new { X = 1, Y = \"\" }", Kind.Val)]
    [TestCase("object", "new { X = 1, l }", Kind.Ref)]
    [TestCase("object", "new { o = (object)1 }", Kind.Val)]
    // Boxes are of exactly the struct
    [TestCase("object", "new Point(1, 2)", Kind.Val)]
    [TestCase("ValueType", "new Counter()", Kind.Ref)]
    [TestCase("object", "(1, \"x\")", Kind.Val)]
    [TestCase("object", "(1, l)", Kind.Ref)]
    [TestCase("object", "(1, (object)\"x\")", Kind.Val)]
    [TestCase("object?", "maybe", Kind.Val)]
    [TestCase("object", "maybe ?? 1", Kind.Val)]
    [TestCase("object?", "maybeCounter", Kind.Ref)]
    [TestCase("object", "t", Kind.Ref)]
    [TestCase("IEnumerable<int>", "ImmutableArray.Create(1)", Kind.Val)]
    // Conversions
    [TestCase("object", "(object)\"x\"", Kind.Val)]
    [TestCase("object", "(string)o", Kind.Val)]
    [TestCase("object?", "o as string", Kind.Val)]
    [TestCase("object", "(IShape)o", Kind.Val)]
    [TestCase("object", "(IFormattable)o", Kind.Ref)]
    [TestCase("object", "(object)(l)", Kind.Ref)]
    [TestCase("object", "(int)d", Kind.Val)]
    [TestCase("FormattableString", "$\"{l}\"", Kind.Ref)]
    [TestCase("object", "$\"{l}\"", Kind.Val)]
    [TestCase("object", "l!", Kind.Ref)]
    // The worst of several
    [TestCase("object", "b ? \"x\" : 1", Kind.Val)]
    [TestCase("object", "b ? \"x\" : l", Kind.Ref)]
    [TestCase("object", "b ? new Safe() : \"x\"", Kind.Sync)]
    [TestCase("object", "o as string ?? (object)1", Kind.Val)]
    [TestCase("object", "o as string ?? o", Kind.Ref)]
    [TestCase("object", "o as string ?? throw new Exception()", Kind.Val)]
    [TestCase("object", "d switch { 1 => \"x\", 2 => 3, _ => throw new Exception() }", Kind.Val)]
    [TestCase("object", "d switch { 1 => \"x\", _ => l }", Kind.Ref)]
    [TestCase("object?", "pt?.Get()", Kind.Val)]
    [TestCase("object?", "l?.ToString()", Kind.Val)]
    // Arrays and collection expressions
    [TestCase("object", "new int[0]", Kind.Val)]
    [TestCase("object", "new int[] { }", Kind.Val)]
    [TestCase("object", "new int[1]", Kind.Ref)]
    [TestCase("object", "new int[2, 0]", Kind.Val)]
    [TestCase("object", "new[] { 1 }", Kind.Ref)]
    [TestCase("object", "Array.Empty<List<int>>()", Kind.Val)]
    [TestCase("int[]", "[]", Kind.Val)]
    [TestCase("int[]", "[1]", Kind.Ref)]
    [TestCase("IReadOnlyList<int>", "[]", Kind.Val)]
    [TestCase("IReadOnlyList<int>", "[1, .. l]", Kind.Val)]
    [TestCase("IEnumerable<object>", "[1, \"x\"]", Kind.Val)]
    [TestCase("IEnumerable<object>", "[1, l]", Kind.Ref)]
    [TestCase("IEnumerable<object>", "[.. objects]", Kind.Ref)]
    [TestCase("IList<int>", "[]", Kind.Ref)]
    [TestCase("List<int>", "[]", Kind.Ref)]
    [TestCase("ImmutableArray<int>", "[1]", Kind.Val)]
    [TestCase("object", "Enumerable.Empty<int>()", Kind.Val)]
    // Members
    [TestCase("object", "StringComparer.Ordinal", Kind.Val)]
    [TestCase("IEqualityComparer<string>", "StringComparer.OrdinalIgnoreCase", Kind.Val)]
    [TestCase("object", "EqualityComparer<int>.Default", Kind.Val)]
    [TestCase("Encoding", "Encoding.UTF8", Kind.Val)]
    [TestCase("Encoding", "Encoding.GetEncoding(1252)", Kind.Val)]
    [TestCase("object", "Random.Shared", Kind.Sync)]
    [TestCase("object", "held.Field", Kind.Val)]
    [TestCase("object", "held.Auto", Kind.Val)]
    [TestCase("object", "held.Computed", Kind.Ref)]
    [TestCase("object", "held.Closed", Kind.Ref)]
    [TestCase("object?", "condOfInt.Tag", Kind.Val)]
    [TestCase("object?", "condOfList.Tag", Kind.Ref)]
    [TestCase("object", "Statics.Sentinel", Kind.Val)]
    [TestCase("object", "Statics.List", Kind.Ref)]
    [TestCase("object", "Statics.Rewritten", Kind.Ref)]
    [TestCase("object", "Statics.Assignable", Kind.Ref)]
    [TestCase("object", "o", Kind.Ref)]
    [TestCase("object", "o.ToString()!", Kind.Val)]
    [TestCase("object", "o.MemberwiseCloneOf()", Kind.Ref)]
    // Locals that have one value
    [TestCase("object", "text", Kind.Val)]
    [TestCase("object", "textBehindText", Kind.Val)]
    [TestCase("object", "list", Kind.Ref)]
    [TestCase("object", "reassigned", Kind.Ref)]
    [TestCase("object", "byReference", Kind.Ref)]
    [TestCase("object", "byOut", Kind.Ref)]
    [TestCase("object", "assignedInLambda", Kind.Ref)]
    [TestCase("object", "deep", Kind.Ref)]
    // Delegates
    [TestCase("Func<int>", "() => 1", Kind.Val)]
    [TestCase("Func<int>", "static () => 1", Kind.Val)]
    [TestCase("Delegate", "() => 1", Kind.Val)]
    [TestCase("Func<int>", "Statics.Zero", Kind.Val)]
    [TestCase("Func<int>", "Statics.One", Kind.Val)]
    [TestCase("Func<int>", "() => d", Kind.Val)]
    [TestCase("Func<int>", "() => l.Count", Kind.Ref)]
    [TestCase("Func<object>", "() => text", Kind.Val)]
    [TestCase("Action", "() => safe.Do()", Kind.Sync)]
    [TestCase("Action", "safe.Do", Kind.Sync)]
    [TestCase("Func<int>", "pt.Get", Kind.Val)]
    [TestCase("Func<int>", "counter.Next", Kind.Ref)]
    [TestCase("Func<int>", "func", Kind.Ref)]
    [TestCase("Func<int>", "new Func<int>(func)", Kind.Ref)]
    [TestCase("Func<int>", "new Func<int>(() => 1)", Kind.Val)]
    [TestCase("Func<int>", "() => func()", Kind.Ref)]
    [TestCase("Func<int>", "() => written", Kind.Ref)]
    [TestCase("Func<int>", "() => { int n = 0; return n++; }", Kind.Val)]
    [TestCase("Func<Func<int>>", "() => { int n = 0; return () => n++; }", Kind.Val)]
    [TestCase("Func<Func<int>>", "() => () => l.Count", Kind.Ref)]
    [TestCase("Func<int>", "Local", Kind.Val)]
    [TestCase("Func<int>", "Counting", Kind.Ref)]
    [TestCase("Func<int>", "() => Counting()", Kind.Ref)]
    [TestCase("Func<int>", "() => GetHashCode()", Kind.Ref)]
    [TestCase("Action?", "(Action)(() => { }) + Console.WriteLine", Kind.Val)]
    [TestCase("Action?", "(Action)(() => { }) + l.Clear", Kind.Ref)]
    [TestCase("Func<IEnumerable<int>>", "() => from x in new[] { 1 } where x > 0 from y in new[] { x } select x + y", Kind.Val)]
    [TestCase("Func<IEnumerable<int>>", "() => from x in l select x", Kind.Ref)]
    // Records, copies, assignments as values
    [TestCase("object", "anonymous with { }", Kind.Val)]
    [TestCase("object", "point with { X = 2 }", Kind.Val)]
    [TestCase("object", "(o = \"x\")", Kind.Val)]
    [TestCase("object", "(o ??= \"x\")", Kind.Ref)]
    [TestCase("dynamic", "1", Kind.Val)]
    [TestCase("object", "dyn", Kind.Ref)]
    [TestCase("object", "typeof(int)", Kind.Sync)]
    public void The_kind_of_a_value_is_seen(string type, string expression, Kind expected)
    {
        string program = $$"""
            {{Prelude}}
            class Host<T>
            {
                void M(object o, List<int> l, int d, bool b, int? maybe, Counter? maybeCounter, Counter counter, T t, Open open, Pt pt, Held held, Safe safe, Func<int> func,
                    Cond<int> condOfInt, Cond<List<int>> condOfList, List<object> objects, dynamic dyn, Point point)
                {
                    object text = "x", list = l, reassigned = "x", byReference = "x", assignedInLambda = "x";
                    object textBehindText = text;
                    var anonymous = new { X = 1 };
                    reassigned = "y"; Set(ref byReference); TryGet(out object byOut); Action lambda = () => assignedInLambda = "y";
                    int written = 0; written++;
                    object deep = list;
                    int Local() => d;
                    int count = 0;
                    int Counting() => count++;
                    {{type}} value = {{expression}};
                }
                static void Set(ref object o) { }
                static void TryGet(out object o) => o = "";
            }
            static class Extensions { public static object MemberwiseCloneOf(this object o) => o; }
            """;

        Assert.That(Prove(program).Kind, Is.EqualTo(expected));
    }

    [Test]
    public void A_web_of_locals_ends_in_bounded_steps()
    {
        string locals = string.Concat(Enumerable.Range(1, 60).Select(static i => $"object a{i} = b ? a{i - 1} : a{i - 1};\n"));
        Verdict verdict = Prove($$"""class Host { void M(bool b) { object a0 = "x"; {{locals}} object value = a60; } }""");
        Assert.That(verdict.Kind, Is.EqualTo(Kind.Ref));
    }

    [Test]
    public void Statics_that_name_each_other_end()
    {
        Verdict verdict = Prove("class Host { static readonly object A = B, B = A; void M() { object value = A; } }");
        Assert.That(verdict.Kind, Is.EqualTo(Kind.Ref));
    }

    [TestCase("[Immutable] sealed class Host", Kind.Val)]
    [TestCase("[ThreadSafe] sealed class Host", Kind.Sync)]
    [TestCase("[ImmutableBase] class Host", Kind.Ref)]
    [TestCase("sealed class Host", Kind.Val)]
    [TestCase("class Host", Kind.Ref)]
    public void A_lambda_that_uses_this_is_what_its_type_is(string type, Kind expected)
    {
        Verdict verdict = Prove($"using Troops; {type} {{ readonly int n; void M() {{ Func<int> value = () => n; }} }}");
        Assert.That(verdict.Kind, Is.EqualTo(expected));
    }

    [Test]
    public void A_local_function_named_in_a_lambda_does_not_make_it_use_this()
    {
        Verdict verdict = Prove("class Host { int n; void M() { Func<Func<int>> value = () => Local; int Local() => 1; n++; } }");
        Assert.That(verdict.Kind, Is.EqualTo(Kind.Val));
    }

    [Test]
    public void The_path_names_what_a_lambda_captures()
    {
        Verdict verdict = Prove("class Host { void M(List<int> l) { Func<int> value = () => l.Count; } }");
        Assert.That(verdict.Explain(), Is.EqualTo("l -> List<int> (mutable)"));
    }

    [Test]
    public void A_value_that_nobody_wrote_is_immutable() => Assert.That(new ValueProof(KindsOf(TestCompilation.Of())).Of(null, isInside: false).IsVal);

    [Test]
    public void Code_that_does_not_bind_is_never_to_blame()
    {
        Verdict verdict = Prove("class Host { void M() { object value = new Missing(); } }", mayFail: true);
        Assert.That((verdict.IsVal, verdict.IsUnknown), Is.EqualTo((true, true)));
    }

    [Test]
    public void Inside_a_declaration_its_own_parameters_count_as_immutable()
    {
        const string program = "using Troops; [ConditionallyImmutable] class Host<[OnlyIf] T> { void M(T t) { object? value = t; } }";
        Assert.That((Prove(program).Kind, Prove(program, isInside: true).Kind), Is.EqualTo((Kind.Ref, Kind.Val)));
    }

    private static Verdict Prove(string program, bool isInside = false, bool mayFail = false)
    {
        CSharpCompilation compilation = TestCompilation.Of(("Program.cs", program));
        Assert.That(mayFail ? [] : TestCompilation.Errors(compilation), Is.Empty, program);
        SyntaxTree tree = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Program.cs");
        VariableDeclaratorSyntax declarator = tree.GetRoot()
            .DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .Single(static node => node.Identifier.ValueText == "value");
        IVariableInitializerOperation initializer = (IVariableInitializerOperation)compilation.GetSemanticModel(tree).GetOperation(declarator.Initializer!)!;
        return new ValueProof(KindsOf(compilation)).Of(initializer.Value, isInside);
    }

    private static Kinds KindsOf(Compilation compilation) => new(KnownSymbols.Create(compilation)!, KindList.Shipped);
}
