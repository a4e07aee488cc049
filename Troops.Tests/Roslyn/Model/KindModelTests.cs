using System.Globalization;
using System.Text;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Roslyn.Model;

/// <summary>
/// Random programs of classes that refer to each other, judged by <see cref="Kinds"/> and by a model that knows no symbols: it takes every class for immutable with
/// every argument and lowers them until nothing changes.
/// </summary>
[TestFixture, Category("Model")]
internal sealed class KindModelTests
{
    private static readonly Gen<GraphField> Leaf = Gen.Select(
        Gen.OneOf(Gen.Const("int"), Gen.Const("List"), Gen.Const("Random"), Gen.Const("T"), Gen.Const("Token"), Gen.Const("int"), Gen.Const("string")),
        static shape => new GraphField(shape, 0, null)
    );

    private static readonly Gen<GraphField> Field = Gen.Recursive<GraphField>(
        static (depth, self) =>
            depth >= 3
                ? Leaf
                : Gen.Frequency(
                    (2, Leaf),
                    // Arguments that grow with each turn are refused beyond a depth that the model does not know.
                    (4, Gen.Select(Gen.Int[0, 7], Leaf, static (index, inner) => new GraphField("Class", index, inner))),
                    (
                        1,
                        Gen.Select(
                            Gen.OneOf(Gen.Const("Array"), Gen.Const("ImmutableArray"), Gen.Const("Tuple"), Gen.Const("ImmutableArray")),
                            self,
                            static (shape, inner) => new GraphField(shape, 0, inner)
                        )
                    )
                )
    );

    private static readonly Gen<GraphType> Class = Gen.Select(
        Gen.Frequency((6, Gen.Const((string?)null)), (1, Gen.Const((string?)"Immutable")), (1, Gen.Const((string?)"ThreadSafe"))),
        Gen.Int[0, 1],
        Gen.Frequency((6, Gen.Const(false)), (1, Gen.Const(true))),
        Gen.Frequency((5, Gen.Const(true)), (1, Gen.Const(false))),
        Gen.Select(Field, Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))).List[0, 3],
        static (promise, arity, isPublic, isSealed, fields) => new GraphType(promise, arity, isPublic, isSealed, fields)
    );

    [Test]
    public void The_kind_of_every_class_is_the_models()
    {
        int[] seen = new int[3];
        Class
            .List[1, 8]
            .Sample(
                classes =>
                {
                    CSharpCompilation compilation = TestCompilation.Of(("Graph.cs", Print(classes)));
                    Kinds kinds = new(KnownSymbols.Create(compilation)!, KindList.Shipped);
                    for (int i = 0; i < classes.Count; i++)
                    {
                        INamedTypeSymbol type = compilation.GetTypeByMetadataName($"C{i}" + (classes[i].Arity == 0 ? "" : "`1"))!;
                        foreach (string? argument in classes[i].Arity == 0 ? [null] : (string?[])["int", "List", "Token"])
                        {
                            INamedTypeSymbol asked = argument is null ? type : type.Construct(Bound(compilation, argument));
                            Kind expected = KindModel.Of(classes, i, argument);
                            Verdict verdict = kinds.Total(asked);
                            seen[(int)expected]++;
                            // A path ends somewhere, and says why.
                            bool isExplained = verdict.IsVal || verdict.RootCause is not (Cause.None or Cause.Part);
                            if (verdict.Kind != expected || !isExplained)
                            {
                                throw new InvalidOperationException(
                                    $"{asked} is {verdict.Kind}, {verdict.Explain()}, and should be {expected}:\n{Print(classes)}"
                                );
                            }
                        }
                    }
                },
                iter: 300,
                threads: 1
            );
        Assert.That(seen, Has.All.GreaterThan(50), "every kind was met often");
    }

    private static ITypeSymbol Bound(CSharpCompilation compilation, string argument) =>
        argument switch
        {
            "int" => compilation.GetSpecialType(SpecialType.System_Int32),
            "Token" => compilation.GetTypeByMetadataName("System.Threading.CancellationToken")!,
            _ => compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")!.Construct(compilation.GetSpecialType(SpecialType.System_Int32)),
        };

    private static string Print(List<GraphType> classes)
    {
        StringBuilder text = new("using System.Collections.Immutable; using Troops;\n");
        for (int i = 0; i < classes.Count; i++)
        {
            GraphType type = classes[i];
            text.Append(type.Promise is null ? "" : $"[{type.Promise}] ")
                .Append(type.IsPublic ? "public " : "internal ")
                .Append(type.IsSealed ? "sealed " : "");
            text.Append(CultureInfo.InvariantCulture, $"class C{i}{(type.Arity == 0 ? "" : "<T>")} {{");
            for (int j = 0; j < type.Fields.Count; j++)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" {(type.Fields[j].IsReadonly ? "readonly " : "")}{Print(type.Fields[j].Type, classes, type.Arity == 1)} f{j} = default!;"
                );
            }

            text.AppendLine(" }");
        }

        return text.ToString();
    }

    private static string Print(GraphField field, List<GraphType> classes, bool hasParameter)
    {
        string inner = field.Inner is null ? "int" : Print(field.Inner, classes, hasParameter);
        return field.Shape switch
        {
            "List" => "List<int>",
            "Token" => "CancellationToken",
            "T" => hasParameter ? "T" : "int",
            "Array" => $"{inner}[]",
            "ImmutableArray" => $"ImmutableArray<{inner}>",
            "Tuple" => $"({inner}, int)",
            "Class" when classes[field.Index % classes.Count].Arity == 1 => $"C{field.Index % classes.Count}<{inner}>",
            "Class" => $"C{field.Index % classes.Count}",
            _ => field.Shape,
        };
    }
}
