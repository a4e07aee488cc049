using System.Text;

namespace Troops.Tests.Analyzers;

// Types that go round in circles, and programs that are longer, deeper or wider than any that a person writes.
internal sealed partial class RobustnessTests
{
    private static readonly string[] Cycles =
    [
        "[Immutable] class A : A { readonly A a; }",
        "[Immutable] class A : B { } class B : C { } class C : A { readonly B b; static readonly A s = new(); }",
        "[Immutable] struct S { S s; readonly S? n; } struct T { U u; } struct U { T t; } [Immutable] sealed class C { readonly S s; readonly U u; static readonly U x; }",
        "[Immutable] interface I : J { } interface J : I { } sealed class C : I { int x; static readonly I i = new C(); }",
        "[Immutable] sealed class C { readonly N<int> n; static readonly N<int> s; } sealed class N<T> { readonly N<N<T>> next; readonly T value; }",
        "[Immutable] sealed class C { readonly W<int, int> n; } sealed class W<A, B> { readonly W<W<A, B>, B> left; readonly W<A, W<A, B>> right; }",
        "[Immutable] sealed class C { readonly W<int, int> n; } sealed class W<A, B> { readonly W<W<A, B>, W<B, A>> both; readonly W<W<B, B>, W<A, A>> other; }",
        "[Immutable] sealed class C { readonly X<int, int, int> n; } sealed class X<A, B, D> { readonly X<X<A, B, D>, X<B, D, A>, X<D, A, B>> n; readonly X<B, X<A, A, A>, D> m; }",
        "[Immutable] sealed class C { readonly (int, N<int>) n; } sealed class N<T> { readonly (T, N<(T, T)>) next; }",
        "[Immutable] class C<T> : C<C<T>> { readonly T t; } sealed class D : C<D> { static readonly C<D> s = new D(); }",
        "[Immutable] class C<T> where T : C<T>, new() { readonly T t = new(); static readonly T s = new(); } class D<T> where T : U where U : T { static readonly T s; }",
        "class A<T> where T : T { [Immutable] sealed class B { readonly T t; } } class E<T, U> where T : U where U : T { [Immutable] sealed class F { readonly T t; readonly U u; } }",
        "[Immutable] sealed class Outer<T> { readonly Inner<Outer<T>> i; sealed class Inner<U> { readonly Outer<Inner<U>>.Inner<T> i; } }",
        "[ConditionallyImmutable] sealed class C<[OnlyIf] T> { readonly C<C<T>> c; readonly T t; static readonly C<C<int>> s; }",
        "[Immutable] record R(R Next, S Other) : R; record struct S(S Next); [Immutable] enum E : E { A } [Immutable] delegate D D(D d);",
    ];

    private static IEnumerable<TestCaseData> Giants()
    {
        yield return Giant("ten thousand fields", Class(Many(10_000, static i => $"readonly int f{i}; readonly object o{i} = \"\";")));
        yield return Giant(
            "five hundred captured parameters",
            $"[Immutable] sealed class C({Many(500, static i => $"object p{i}", ", ")}) {{ {Many(500, static i => $"int M{i}() => p{i}.GetHashCode();")} }}"
        );
        yield return Giant("ten thousand methods", Class(Many(10_000, static i => $"int M{i}(int x) => M{(i + 1) % 10_000}(x + {i});")));
        yield return Giant("ten thousand statics", Class(Many(10_000, static i => $"static readonly object s{i} = new List<int>();")));
        yield return Giant("two thousand properties", Class(Many(2000, static i => $"public object P{i} {{ get; init => field = value; }}")));
        yield return Giant(
            "ten thousand statements",
            Class($"readonly object o; readonly int x; C(int y) {{ {Many(10_000, static i => $"if (y > {i}) {{ o = new object(); x += {i}; }}")} }}")
        );
        yield return Giant(
            "ten thousand statements of a finalizer",
            $"class C {{ List<int> l = []; ~C() {{ {Many(10_000, static i => $"if (l.Count > {i}) l.Add({i});")} }} }}"
        );
        yield return Giant(
            "a chain of a thousand private calls",
            Class(
                $"readonly object o; C() {{ M0(); }} {Many(1000, static i => $"void M{i}() {{ M{i + 1}(); M{(i + 7) % 1000}(); }}")} void M1000() => Console.WriteLine(this);"
            )
        );
        yield return Giant(
            "five thousand types in a chain",
            $"[Immutable] sealed class C {{ readonly T0 t; }} {Many(5000, static i => $"sealed class T{i} {{ readonly T{i + 1} t; }}")} sealed class T5000 {{ int x; }}"
        );
        yield return Giant(
            "five hundred bases",
            $"[Immutable] sealed class C : T0 {{ }} {Many(500, static i => $"class T{i} : T{i + 1} {{ }}")} class T500 {{ int x; }}"
        );
        yield return Giant(
            "two hundred types that all know each other",
            $"[Immutable] sealed class C {{ readonly T0 t; }} {Many(200, static i => $"sealed class T{i} {{ {Many(200, static j => $"readonly T{j} f{j};")} }}")}"
        );
        yield return Giant("nested calls", Class($"readonly object o; C() => o = {Nested(2000, "F(", "1", ")")}; static object F(object x) => x;"));
        yield return Giant("nested additions", Class($"readonly int x; C() => x = 1{Many(2000, static i => $" + {i}", "")};"));
        yield return Giant("nested parentheses", Class($"readonly object o = {Nested(2000, "(", "1", ")")};"));
        yield return Giant(
            "nested lambdas",
            Class(
                $"readonly object o = {Nested(200, "(Func<object>)(() => ", "1", ")")}; static readonly object s = {Nested(200, "(Func<object>)(() => ", "1", ")")};"
            )
        );
        yield return Giant(
            "nested conditions",
            Class(
                $"readonly object o; C(int x) => o = {Nested(1000, "x > 1 ? x : ", "\"\"", "")}; static readonly object s = {Nested(1000, "s is null ? 1 : ", "\"\"", "")};"
            )
        );
        yield return Giant("nested blocks", Class($"readonly object o; C() {{ {Nested(500, "if (o is null) { ", "o = this;", " }")} }}"));
        yield return Giant(
            "nested type arguments",
            Class($"readonly {Nested(500, "List<", "int", ">")} l; static readonly {Nested(500, "IEnumerable<", "int", ">")} s;")
        );
        yield return Giant("nested tuples", Class($"readonly {Nested(300, "(int, ", "int", ")")} t;"));
        yield return Giant("nested types", $"{Nested(300, "[Immutable] sealed class C { int x; ", "", " }")}");
        yield return Giant("nested arrays", Class($"readonly int{string.Concat(Enumerable.Repeat("[]", 2000))} a;"));
        yield return Giant("a chain of two thousand calls", Class($"readonly object o = new StringBuilder(){Many(2000, static i => $".Append({i})", "")};"));
    }

    [TestCaseSource(nameof(Cycles))]
    public async Task Types_that_go_round_in_circles_are_survived(string source) => await Robustness.SurviveAsync($"using Troops; {source}");

    [TestCaseSource(nameof(Giants))]
    public async Task Giants_are_survived(string source) => await Robustness.SurviveAsync($"using System.Text; using Troops; {source}");

    private static TestCaseData Giant(string name, string source) => new TestCaseData(source).SetArgDisplayNames(name);

    private static string Class(string members) => $"[Immutable] sealed class C {{ {members} }}";

    private static string Many(int count, Func<int, string> text, string between = "\n") => string.Join(between, Enumerable.Range(0, count).Select(text));

    private static string Nested(int depth, string open, string middle, string close) =>
        new StringBuilder().Insert(0, open, depth).Append(middle).Append(string.Concat(Enumerable.Repeat(close, depth))).ToString();
}
