using System.Diagnostics;
using System.Globalization;

namespace Troops.Tests.Samples;

/// <summary>What the WordIndex sample does about what it cannot count: says so, counts the rest, and returns 1.</summary>
[TestFixture, Category("Unit")]
internal sealed class WordIndexProblemTests
{
    private TextFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TextFolder();
        folder.Write("good.txt", "good");
    }

    [TearDown]
    public void DropFolder() => folder.Dispose();

    [Test]
    public async Task A_missing_path_is_named_and_the_rest_counted()
    {
        string missing = folder.PathOf("missing");

        WordIndexRun run = await WordIndexRun.Of(missing, folder.Root);

        AssertGoodIsCountedAnd(run, $"WordIndex: {missing}: no such file or directory");
    }

    [Test]
    public async Task An_empty_directory_is_named_and_the_rest_counted()
    {
        string empty = folder.MakeDirectory("empty");
        folder.MakeDirectory("empty/nested");

        WordIndexRun run = await WordIndexRun.Of(empty, folder.Root);

        AssertGoodIsCountedAnd(run, $"WordIndex: {empty}: an empty directory: no file below it");
    }

    [Test]
    public async Task A_dangling_link_is_named_and_the_rest_counted()
    {
        string link = folder.Link("dangling", "nowhere");

        AssertGoodIsCountedAnd(await WordIndexRun.Of(folder.Root), $"WordIndex: {link}: a dangling link to nowhere");
        Assert.That((await WordIndexRun.Of(link)).Problems, Is.EqualTo(new[] { $"WordIndex: {link}: a dangling link to nowhere" }));
    }

    [Test]
    public async Task A_link_back_to_a_directory_that_it_is_in_is_named_and_the_rest_counted_once()
    {
        folder.MakeDirectory("deep/er");
        string link = folder.Link("deep/er/up", Path.Combine("..", ".."));

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        AssertGoodIsCountedAnd(run, $"WordIndex: {link}: leads back to {folder.Root}, which it is in");
    }

    [Test]
    public async Task Links_that_lead_in_a_ring_are_named_and_the_rest_counted()
    {
        string a = folder.Link("ring-a", "ring-b");
        string b = folder.Link("ring-b", "ring-a");

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        AssertGoodIsCountedAnd(run, $"WordIndex: {a}: a ring of links: more than 40 on the way", $"WordIndex: {b}: a ring of links: more than 40 on the way");
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_named_and_the_rest_counted()
    {
        string locked = folder.Write("locked.txt", "locked");
        using FileStream holder = new(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        Assert.That((run.Output, run.ExitCode), Is.EqualTo(("1\tgood\n", 1)));
        Assert.That(run.Problems, Has.Length.EqualTo(1).And.One.StartsWith($"WordIndex: {locked}: "));
    }

    // The mistake comes after the first chunk, when most of the file has been read: nothing of it may be counted even so.
    [TestCase(new byte[] { 0 }, "not text: it has a NUL character", TestName = "A_file_with_a_NUL_character_is_named_and_nothing_of_it_counted")]
    [TestCase(new byte[] { 0xE9, (byte)' ' }, "not text: malformed UTF-8", TestName = "A_file_in_another_encoding_is_named_and_nothing_of_it_counted")]
    [TestCase(
        new byte[] { 0xF0, 0x9F, 0x98 },
        "not text: malformed UTF-8",
        TestName = "A_file_that_ends_within_a_character_is_named_and_nothing_of_it_counted"
    )]
    public async Task A_file_that_is_not_text(byte[] ending, string reason)
    {
        string bad = folder.Write("bad", [.. Enumerable.Repeat("bad "u8.ToArray(), 50_000).SelectMany(bytes => bytes), .. ending]);

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        AssertGoodIsCountedAnd(run, $"WordIndex: {bad}: {reason}");
    }

    [Test]
    public async Task An_odd_number_of_bytes_is_no_UTF_16()
    {
        string bad = folder.Write("bad", [0xFF, 0xFE, (byte)'a', 0, (byte)'b']);

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        AssertGoodIsCountedAnd(run, $"WordIndex: {bad}: not text: malformed UTF-16");
    }

    [Test, Platform(Exclude = "Win", Reason = "refuses such names itself")]
    public async Task A_name_cannot_break_the_line_or_drive_the_terminal()
    {
        string bad = folder.Write("\u001b[31m\nred", [0]);

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        AssertGoodIsCountedAnd(run, $"WordIndex: {bad.Replace("\u001b[31m\n", "?[31m?", StringComparison.Ordinal)}: not text: it has a NUL character");
    }

    [TestCase("--top", "0", "--top takes a whole number from 1 to 2147483647, not 0")]
    [TestCase("--top", "-5", "--top takes a whole number from 1 to 2147483647, not -5")]
    [TestCase("--top", "many", "--top takes a whole number from 1 to 2147483647, not many")]
    [TestCase("--top", "5000000000", "--top takes a whole number from 1 to 2147483647, not 5000000000")]
    [TestCase("--workers", "0", "--workers takes a whole number from 1 to 256, not 0")]
    [TestCase("--workers", "-1", "--workers takes a whole number from 1 to 256, not -1")]
    [TestCase("--workers", "257", "--workers takes a whole number from 1 to 256, not 257")]
    public async Task A_number_that_makes_no_sense_is_refused_before_anything_is_counted(string option, string value, string message)
    {
        WordIndexRun run = await WordIndexRun.Of(folder.Root, option, value);

        Assert.That((run.ExitCode, run.Output, run.ErrorLines[0]), Is.EqualTo((2, "", $"WordIndex: {message}")));
    }

    [TestCase("--tpo", "WordIndex: unknown option --tpo (a path that starts like one goes after --)")]
    [TestCase("", "WordIndex: a path is empty")]
    public async Task A_slip_on_the_command_line_is_refused_before_anything_is_counted(string argument, string message)
    {
        WordIndexRun run = await WordIndexRun.Of(folder.Root, argument);

        Assert.That((run.ExitCode, run.Output, run.ErrorLines[0]), Is.EqualTo((2, "", message)));
    }

    [Test]
    public async Task What_follows_two_dashes_is_a_path_whatever_it_looks_like()
    {
        WordIndexRun run = await WordIndexRun.Of("--", "--top", "@missing");

        Assert.That(run.Problems, Is.EqualTo(new[] { "WordIndex: --top: no such file or directory", "WordIndex: @missing: no such file or directory" }));
    }

    [Test, Platform(Exclude = "Win", Reason = "has neither /dev/stdin nor SIGINT")]
    public async Task Ctrl_C_ends_it_without_an_answer()
    {
        using Process process = WordIndexRun.Start("/dev/stdin");
        Task<WordIndexRun> end = WordIndexRun.End(process);

        // A pipe holds far less: once this is written, the sample is counting.
        string text = string.Concat(Enumerable.Repeat("word ", 200_000));
        await process.StandardInput.WriteAsync(text);
        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        // The text does not end by itself: only the signal can end the counting.
        Assert.That(
            async () =>
            {
                while (true)
                {
                    await process.StandardInput.WriteAsync(text);
                }
            },
            Throws.InstanceOf<IOException>()
        );

        WordIndexRun run = await end;
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((130, "", "WordIndex: cancelled\n")));
    }

    private static void AssertGoodIsCountedAnd(WordIndexRun run, params string[] problems)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Is.EqualTo("1\tgood\n"));
            Assert.That(run.Problems, Is.EqualTo(problems));
            Assert.That(run.Summary.Files, Is.EqualTo(1));
            Assert.That(run.ExitCode, Is.EqualTo(1));
        }
    }
}
