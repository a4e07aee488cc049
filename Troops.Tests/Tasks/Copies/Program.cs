using CsCheck;

namespace Troops.Tests.Tasks.Copies;

/// <summary>A random tree of tasks that call, start, await, loop and fault.</summary>
internal sealed record Program(int Id, Step[] Steps, Program[] Children)
{
    private static readonly Gen<Step> AnyStep = Gen.Frequency(
        (2, Gen.Const(Step.Loop)),
        (4, Gen.Const(Step.Preempted)),
        (4, Gen.Const(Step.Call)),
        (2, Gen.Const(Step.Start)),
        (3, Gen.Const(Step.Yield)),
        (1, Gen.Const(Step.Await)),
        (1, Gen.Const(Step.Fault))
    );

    internal static Gen<Program> Any { get; } = OfDepth(3);

    public override string ToString() => $"{Id}[{string.Join(' ', Steps)}]({string.Join(' ', (object[])Children)})";

    private static Gen<Program> OfDepth(int depth)
    {
        Gen<Program[]> children = depth == 0 ? Gen.Const(Array.Empty<Program>()) : OfDepth(depth - 1).Array[0, 3];
        return Gen.Select(Gen.Int[0, 999], AnyStep.Array[1, 6], children, static (id, steps, inner) => new Program(id, steps, inner));
    }
}
