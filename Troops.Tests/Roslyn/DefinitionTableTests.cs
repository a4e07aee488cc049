using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Roslyn;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Roslyn;

/// <summary>What is found once about each definition.</summary>
[TestFixture, Category("Unit")]
internal sealed class DefinitionTableTests
{
    private const int Methods = 1_000;
    private const int Threads = 3;

    private static readonly IMethodSymbol[] Symbols = Declare();

    [Test]
    public void Each_definition_is_looked_at_once_however_often_it_is_asked()
    {
        List<string> found = [];
        DefinitionTable<IMethodSymbol, int> table = new(method =>
        {
            found.Add(method.Name);
            return found.Count;
        });
        int[] first = [.. Symbols.Select(table.Of)];
        int[] again = [.. Symbols.Select(table.Of)];
        Assert.That(again, Is.EqualTo(first));
        Assert.That(found, Is.EqualTo(Symbols.Select(static method => method.Name)));
    }

    [Test]
    public void A_constructed_method_is_known_by_its_definition()
    {
        CSharpCompilation compilation = TestCompilation.Of(("A.cs", "static class A { public static void M<T>() { } }"));
        IMethodSymbol definition = compilation.GetTypeByMetadataName("A")!.GetMembers("M").OfType<IMethodSymbol>().Single();
        IMethodSymbol constructed = definition.Construct(compilation.GetSpecialType(SpecialType.System_Int32));
        DefinitionTable<IMethodSymbol, IMethodSymbol> table = new(static method => method);
        Assert.That(table.Of(constructed), Is.SameAs(definition));
    }

    [Test]
    public void What_is_found_may_ask_the_table_again()
    {
        DefinitionTable<IMethodSymbol, int> table = null!;
        table = new(method => Array.IndexOf(Symbols, method) is var i && i == 0 ? 0 : table.Of(Symbols[i - 1]) + 1);
        Assert.That(table.Of(Symbols[^1]), Is.EqualTo(Methods - 1));
    }

    /// <summary>Every answer is whole, was found for that definition, and is the same for all who ask, while the table grows.</summary>
    [Test]
    public void All_threads_are_given_the_same_answer() =>
        Gen.Shuffle(Enumerable.Range(0, Methods).ToArray())
            .Sample(
                order =>
                {
                    int finds = 0;
                    DefinitionTable<IMethodSymbol, Wide> table = new(method => Wide.Of(Array.IndexOf(Symbols, method), Interlocked.Increment(ref finds)));
                    using Barrier start = new(Threads);
                    Wide[][] answers = new Wide[Threads][];
                    Thread[] threads =
                    [
                        .. Enumerable
                            .Range(0, Threads)
                            .Select(thread => new Thread(() =>
                            {
                                start.SignalAndWait();
                                answers[thread] = [.. order.Select(i => table.Of(Symbols[i]))];
                            })),
                    ];
                    Array.ForEach(threads, static thread => thread.Start());
                    Array.ForEach(threads, static thread => thread.Join());
                    Wide[] last = [.. order.Select(i => table.Of(Symbols[i]))];
                    return last.Select(static (answer, at) => (answer, at)).All(pair => pair.answer.IsOf(order[pair.at]))
                        && Array.TrueForAll(answers, given => given.SequenceEqual(last));
                },
                iter: 200,
                threads: 1
            );

    private static IMethodSymbol[] Declare()
    {
        string methods = string.Concat(Enumerable.Range(0, Methods).Select(static i => $"public void M{i}() {{ }} "));
        return [.. TestCompilation.Of(("A.cs", $"class A {{ {methods}}}")).GetTypeByMetadataName("A")!.GetMembers().OfType<IMethodSymbol>().Take(Methods)];
    }

    /// <summary>So large that a reader who comes too early sees a part of it.</summary>
    private readonly record struct Wide(long First, long Second, long Third, long Fourth, long Fifth, long Sixth, long Find)
    {
        internal static Wide Of(int method, int find) => new(method, method, method, method, method, method, find);

        internal bool IsOf(int method) => this == Of(method, (int)Find) && Find > 0;
    }
}
