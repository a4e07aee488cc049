namespace Troops.Tests.Corpus.RandomBodies;

/// <content>Tasks of their own, which the body and later ones call: from copy to copy, if the generator does its work.</content>
internal static partial class Grammar
{
    internal static readonly Member[] Members =
    [
        Beside(
            "task",
            "public static async TroopTask<int> #H(Probe p, Cell box, int #a, int #b = 5)\n{\n    «statements fn async returns=int int:#a= int:#b=»\n    return «int, fn async int:#a= int:#b=»;\n}",
            "#H(p, box, «int,»)",
            "#H(p, box, «int,», «int,»)",
            "#H(#b: «int,», #a: «int,», p: p, box: box)"
        ),
        Beside("task of an expression", "private static async TroopTask<int> #E(Probe p, Cell box, int #a) => «int, fn async int:#a=»;", "#E(p, box, «int,»)"),
        Beside("task that is not async", "private static TroopTask<int> #N(Probe p, Cell box, int #a) => «T, fn sync int:#a=»;", "#N(p, box, «int,»)"),
        Beside(
            "task that calls itself",
            "private static async TroopTask<int> #R(Probe p, Cell box, int #n) => #n <= 0 ? «int fn async int:#n=» : await #R(p, box, #n - 1) + «int fn async int:#n=»;",
            "#R(p, box, 2)",
            "#R(p, box, «int» & 1)"
        ),
        Beside(
            "generic task",
            "private static async TroopTask<T> #G<T>(Probe p, Cell box, T #value, Func<int, TroopTask<int>> #f)\n{\n    «statements fn async A:#f»\n    p.Say(await #f(2));\n    return await p.Give(#value);\n}",
            "#G(p, box, «int,», «A,»)"
        ),
        Beside(
            "task with params",
            "private static async TroopTask<int> #P(Probe p, Cell box, params int[] #a)\n{\n    «statements fn async returns=int array:#a=»\n    return #a.Length;\n}",
            "#P(p, box, «int,», «int,»)"
        ),
        new(
            new(
                "task of a struct",
                Member.Gives,
                "private partial struct #S(int seed)\n{\n    private int count = seed;\n\n    [TroopTask]\n    public async TroopTask<int> Go(Probe p, Cell box, int #a)\n    {\n        count += #a;\n        «statements fn async returns=int int:#a=»\n        return count += «int, fn async int:#a=»;\n    }\n}"
            ),
            "new #S(«int,»).Go(p, box, «int,»)"
        ),
        new(
            new(
                "task of a class",
                Member.Gives,
                "private sealed partial class #C(int seed)\n{\n    [TroopTask]\n    internal async TroopTask<int> Go(Probe p, Cell box, int #a)\n    {\n        int before = seed;\n        «statements fn async returns=int int:#a= int:seed= int:before=»\n        return before - seed;\n    }\n}"
            ),
            "new #C(«int,»).Go(p, box, «int,»)"
        ),
    ];

    private static Member Beside(string name, string text, params string[] calls) => new(new(name, Member.Gives, $"[TroopTask]\n{text}"), calls);
}
