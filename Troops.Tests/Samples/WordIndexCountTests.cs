using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Troops.Tests.Samples;

/// <summary>What the WordIndex sample counts, and how it says so.</summary>
[TestFixture, Category("Unit")]
internal sealed class WordIndexCountTests
{
    private const int All = int.MaxValue;

    /// <summary>ASCII, Latin, Greek, Cyrillic, Han, and Deseret, which takes two UTF-16 units a letter; and what ends a word.</summary>
    private const string Alphabet = "abcdeABCDEéÉßẞΣσςЖж漢字𐐀𐐨";
    private const string Separators = " \n\t.,;-'0129_😀\u0301";

    private TextFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TextFolder();

    [TearDown]
    public void DropFolder() => folder.Dispose();

    [Test]
    public async Task It_counts_exactly_what_a_naive_count_counts([Values(1, 2, 4)] int workers)
    {
        // Large enough for words, letters and surrogate pairs that are cut by the end of a chunk, in many files, with a fixed seed.
        NaiveCount naive = new();
        for (int i = 0; i < 40; i++)
        {
            string text = RandomText(new Random(i), length: i * 8_000);
            folder.Write($"{i % 7}/{i}.txt", text);
            naive.Add(text);
        }

        WordIndexRun run = await WordIndexRun.Of(folder.Root, "--top", $"{All}", "--workers", $"{workers}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Is.EqualTo(naive.Top(All)));
            Assert.That(run.Summary, Is.EqualTo(new WordIndexSummary(40, BytesBelow(folder.Root), naive.Words, run.Summary.Threads, workers)));
            Assert.That(run.ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task It_counts_the_documentation_of_the_SDK_when_no_path_is_given()
    {
        string packs = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs");
        string[] documentation =
        [
            .. Directory
                .EnumerateFiles(packs, "*.xml", SearchOption.AllDirectories)
                .Where(path => path.Split(Path.DirectorySeparatorChar).Contains("ref", StringComparer.Ordinal)),
        ];

        WordIndexRun run = await WordIndexRun.Of();

        NaiveCount naive = NaiveCount.OfFiles(documentation);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Is.EqualTo(naive.Top(20)));
            Assert.That(run.Summary.Files, Is.EqualTo(documentation.Length));
            Assert.That(run.Summary.Words, Is.EqualTo(naive.Words));
            Assert.That(run.ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task Words_come_by_count_descending_then_ordinally()
    {
        string file = folder.Write("a.txt", "pear apple fig pear 漢 fig zoo Ära");

        WordIndexRun run = await WordIndexRun.Of(file);

        Assert.That(run.Output, Is.EqualTo("2\tfig\n2\tpear\n1\tapple\n1\tzoo\n1\tära\n1\t漢\n"));
    }

    [Test]
    public async Task Top_limits_the_words_and_not_the_count_of_them()
    {
        string file = folder.Write("a.txt", "b a c a b a");

        WordIndexRun run = await WordIndexRun.Of(file, "--top", "1");

        Assert.That((run.Output, run.Summary.Words), Is.EqualTo(("3\ta\n", 6L)));
    }

    [Test]
    public async Task Json_has_the_words_and_the_summary()
    {
        string file = folder.Write("a.txt", "Über über \"quote\"");

        WordIndexRun run = await WordIndexRun.Of("--json", file, "--workers", "1");

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        JsonElement summary = json.GetProperty("summary");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                json.GetProperty("words").EnumerateArray().Select(word => (word.GetProperty("word").GetString(), word.GetProperty("count").GetInt64())),
                Is.EqualTo(new[] { ("über", 2L), ("quote", 1L) })
            );
            Assert.That(summary.GetProperty("files").GetInt32(), Is.EqualTo(1));
            Assert.That(summary.GetProperty("bytes").GetInt64(), Is.EqualTo(new FileInfo(file).Length));
            Assert.That(summary.GetProperty("words").GetInt64(), Is.EqualTo(3));
            Assert.That(summary.GetProperty("threads").GetInt32(), Is.EqualTo(run.Summary.Threads));
            Assert.That(summary.GetProperty("workers").GetInt32(), Is.EqualTo(1));
            Assert.That(summary.GetProperty("seconds").GetDouble(), Is.GreaterThan(0));
        }
    }

    [Test]
    public async Task A_byte_order_mark_says_what_encoding_a_file_is_in()
    {
        folder.Write("utf8.txt", "naïve", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        folder.Write("utf16.txt", "naïve 𐐀", new UnicodeEncoding(bigEndian: false, byteOrderMark: true));
        folder.Write("utf16be.txt", "naïve 𐐀", new UnicodeEncoding(bigEndian: true, byteOrderMark: true));

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        Assert.That(run.Output, Is.EqualTo("3\tnaïve\n2\t𐐨\n"));
    }

    [Test]
    public async Task A_file_that_is_empty_counts_as_a_file()
    {
        folder.Write("empty.txt", "");

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        Assert.That((run.Output, run.Summary.Files, run.ExitCode), Is.EqualTo(("", 1L, 0)));
    }

    [Test]
    public async Task Hidden_files_and_files_behind_links_count()
    {
        folder.Write("real/.hidden", "hidden");
        folder.Link("link", "real");

        WordIndexRun run = await WordIndexRun.Of(folder.Root);

        Assert.That((run.Output, run.ExitCode), Is.EqualTo(("2\thidden\n", 0)));
    }

    [Test, Platform(Exclude = "Win", Reason = "has no /dev/stdin")]
    public async Task A_pipe_counts_if_it_is_given_by_name()
    {
        using System.Diagnostics.Process process = WordIndexRun.Start("/dev/stdin");
        await process.StandardInput.WriteAsync("from a pipe");
        process.StandardInput.Close();

        WordIndexRun run = await WordIndexRun.End(process);

        Assert.That((run.Summary.Words, run.ExitCode), Is.EqualTo((3L, 0)));
    }

    [Test]
    public async Task Standard_error_has_no_control_sequences_if_it_is_no_terminal()
    {
        string file = folder.Write("a.txt", "a");

        WordIndexRun run = await WordIndexRun.Of(file);

        Assert.That(run.Error, Does.Not.Contain('\u001b').And.Not.Contain('\r'));
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Text that is the same in every run is what is wanted.")]
    private static string RandomText(Random random, int length)
    {
        Rune[] letters = [.. Alphabet.EnumerateRunes()];
        Rune[] separators = [.. Separators.EnumerateRunes()];
        StringBuilder text = new();
        while (text.Length < length)
        {
            // Mostly short words that recur, and a long one now and then.
            int letterCount = random.Next(100) == 0 ? random.Next(500) : random.Next(1, 4);
            for (int i = 0; i < letterCount; i++)
            {
                text.Append(letters[random.Next(letters.Length)]);
            }

            text.Append(separators[random.Next(separators.Length)]);
        }

        return text.ToString();
    }

    private static long BytesBelow(string directory) => new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
