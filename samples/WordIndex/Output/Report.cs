using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using WordIndex.Indexing;

namespace WordIndex.Output;

/// <summary>The answer, as it goes to standard output.</summary>
internal static class Report
{
    /// <summary>Words are letters only, so there is nothing to escape in them.</summary>
    private static readonly JsonReportContext Json = new(
        new JsonSerializerOptions(JsonReportContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }
    );

    /// <summary>A line for each word: its count, a tab, the word.</summary>
    public static string AsLines(ImmutableArray<WordCount> words)
    {
        StringBuilder lines = new();
        foreach ((string word, long count) in words)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{count}\t{word}\n");
        }

        return lines.ToString();
    }

    /// <summary>The same, and the summary, as one JSON object.</summary>
    public static string AsJson(ImmutableArray<WordCount> words, Summary summary) =>
        JsonSerializer.Serialize(new JsonReport(words, summary), Json.JsonReport) + "\n";
}
