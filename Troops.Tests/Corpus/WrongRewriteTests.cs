using System.Reflection;
using Microsoft.CodeAnalysis;
using Troops.Tests.House;
using Troops.Tests.Support;

namespace Troops.Tests.Corpus;

/// <summary>A corpus that cannot fail proves nothing: each of these is a mistake that a rewriter might make, and a body that shows it. The mistakes run as our tasks, in a thread.</summary>
[TestFixture, Category("Corpus")]
internal sealed class WrongRewriteTests
{
    private static readonly WrongRewrite[] Mistakes =
    [
        new("Loops.ForContinueRunsTheIncrement", "for (int i = 0; i < 6; i += p.Note(1))", "for (int i = 0; i < 6; i += p.Note(2))"),
        new("Loops.ForCapturesOneVariableForAllRounds", "later.Add(() => (i * 10) + mine);", "int fresh = i; later.Add(() => (fresh * 10) + mine);"),
        new(
            "Loops.WhileCapturesAFreshVariableEachRound",
            "int fresh = n++;\n            later.Add(() => fresh++);",
            "fresh = n++;\n            later.Add(() => fresh++);",
            "int n = 0;",
            "int n = 0, fresh;"
        ),
        new("Operands.BinaryLeftIsReadBeforeRight", "int sum = n + await Change();", "int right = await Change(); int sum = n + right;"),
        new("Operands.AndOrStopEarly", "await p.Bool(false) && await p.Bool(true)", "await p.Bool(false) & await p.Bool(true)"),
        new("Operands.ReceiverIsReadBeforeTheArguments", "text.Append(await Replace());", "string spilled = await Replace(); text.Append(spilled);"),
        new("Assignments.CompoundReadsTheTargetFirst", "n += await Change();", "int spilled = await Change(); n += spilled;"),
        new("Finally.WithoutAwaitInside", "seen += await p.Step(\"a\");", "seen += \"a\";"),
        new(
            "Finally.ReturnedValueIsTakenBeforeFinally",
            "return $\"{n}\";\n        }\n        finally\n        {\n            n = 100;\n            await p.Int(n);\n        }",
            "}\n        finally\n        {\n            n = 100;\n            await p.Int(n);\n        }\n        return $\"{n}\";"
        ),
        new(
            "Usings.DeclarationsAreDisposedInReverse",
            "using Disposing a = p.Use(\"a\");\n        await p.Pause();\n        using Disposing b = p.Use(\"b\");",
            "using Disposing b = p.Use(\"b\");\n        await p.Pause();\n        using Disposing a = p.Use(\"a\");"
        ),
        new("Calls.CallerInfo", "string here = Where();", "string here = Where(\"__troop_CallerInfo_1\");"),
        new(
            "Calls.NamedArgumentsInOtherOrder",
            "Join(c: await p.Step(\"c\"), a: p.Note(\"a\"), b: await p.Step(\"b\"))",
            "Join(p.Note(\"a\"), await p.Step(\"b\"), await p.Step(\"c\"))"
        ),
        new("Members.StructMutatesItself", "int b = await meter.Raise(p);", "meter.Value = 12; int b = await meter.Raise(p);"),
        new("Siblings.ReadyAwaitIsNoSwitchPoint", "await TroopTask.CompletedTask;", "await TroopTask.Yield();"),
        new("Siblings.StartedRunsAtOnceUpToItsFirstSuspension", "p.Say(\"in\");", "await TroopTask.Yield(); p.Say(\"in\");"),
        new("Outlined.ForWithBreakAndContinue", "i < p.Note(6)", "i < p.Note(6) && i < p.Note(6)"),
        new(
            "Outlined.EachPartRunsAsOftenAsItDid",
            "while (Count(counts, 4) <= Long)",
            "while (counts[4] == 1023 ? Count(counts, 4) > 0 && Count(counts, 4) <= Long : Count(counts, 4) <= Long)"
        ),
        new("OutlinedVariables.StructsAreChangedInPlace", "meter.Raise();", "Meter passed = meter; passed.Raise();"),
        new(
            "OutlinedPlaces.LocalsAreSeenByAHandler",
            "try\n        {\n            while (true)",
            "string kept = seen;\n        try\n        {\n            while (true)",
            "seen += p.Note(numbers[i]);",
            "kept += p.Note(numbers[i]);"
        ),
        new("OutlinedForeach.ForeachEvaluatesItsSourceOnce", "foreach (int number in p.Note(numbers))", "foreach (int number in p.Note(p.Note(numbers)))"),
        new("Siblings.NobodySeesAHalfDoneChange", "a++;\n            }", "a++;\n            }\n            await TroopTask.Yield();"),
    ];

    private static readonly Lazy<CorpusAssembly> Wrong = new(static () => Compile("Wrong", Trees()));

    private static IEnumerable<string> Names => Mistakes.Select(static mistake => mistake.Body);

    [Test]
    public async Task A_wrong_rewrite_is_seen([ValueSource(nameof(Names))] string body)
    {
        await using TroopProcess process = InThread.Process(1);
        CorpusAssembly plain = CorpusTests.AssemblyOf(null, debug: false);
        MethodInfo right = plain.Original(body);
        MethodInfo wrong = Wrong.Value.Original(body);
        CorpusRunner.RunPlain(plain, right, default, out int events);
        List<CorpusMode> seen = [];
        foreach (CorpusMode mode in CorpusMode.For(events))
        {
            if (CorpusRunner.RunPlain(plain, right, mode, out _) != await CorpusRunner.RunOurs(process, Wrong.Value, wrong, mode))
            {
                seen.Add(mode);
            }
        }

        Assert.That(seen, Is.Not.Empty);
    }

    private static CorpusAssembly Compile(string name, IEnumerable<SyntaxTree> trees)
    {
        CorpusAssembly assembly = CorpusCompiler.Compile(name, trees, debug: false, generate: false);
        Assert.That(assembly.Errors, Is.Empty);
        return assembly;
    }

    /// <summary>Only the files that hold the mistakes, and what all files need.</summary>
    private static IEnumerable<SyntaxTree> Trees() =>
        Mistakes
            .Select(static mistake => mistake.File)
            .Distinct(StringComparer.Ordinal)
            .Select(file => CorpusSource.Parse($"{CorpusSource.Folder}/{file}", Broken(file)))
            .Concat(CorpusSource.Common);

    private static string Broken(string file) =>
        Mistakes
            .Where(mistake => mistake.File == file)
            .Aggregate(File.ReadAllText(Repository.FullPath($"{CorpusSource.Folder}/{file}")), static (text, mistake) => mistake.MakeIn(text));
}
