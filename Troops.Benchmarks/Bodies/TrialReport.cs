using System.Globalization;

namespace Troops.Benchmarks.Bodies;

/// <summary>Writes what was found, tab-separated, a table after the other.</summary>
internal static class TrialReport
{
    internal static IEnumerable<string> Lines(Tally tally, TimeSpan time)
    {
        yield return "# what\tcount";
        yield return Line("projects", tally.Projects);
        yield return Line("files", tally.Files);
        yield return Line("declarations left out, something that they need is missing", tally.Pruned);
        yield return Line("projects whose bodies are bound and not lowered", tally.Unlowered);
        yield return Line("async methods that return no task", tally.Others);
        yield return Line("async methods that do not bind, something that they need is missing", tally.Unbound);
        yield return Line("async methods whose twin does not bind", tally.Twins.Count);
        yield return Line("async methods tried", tally.Tried);
        yield return Line("copied", tally.Copied);
        yield return Line("not copied", tally.Tried - tally.Copied);
        yield return Line("calls intercepted", tally.Intercepted);
        yield return Line("crashes", tally.Crashes.Count);
        yield return Line("errors caused", tally.Errors.Count);
        yield return Line("generator, ms", (long)tally.Generator.TotalMilliseconds);
        yield return Line("all, s", (long)time.TotalSeconds);
        yield return "# construct\toccurrences\tmethods\tcopied";
        foreach ((string construct, ConstructCount count) in tally.Constructs)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{construct}\t{count.Occurrences}\t{count.Methods}\t{count.Copied}");
        }

        yield return "# not copied, because\tmethods";
        foreach ((string reason, int count) in tally.Reasons)
        {
            yield return Line(reason, count);
        }

        foreach (
            (string title, List<string> found) in new[]
            {
                ("# dropped: place\tin\terror\ttext", tally.Dropped),
                ("# twin does not bind: place\tin\terror\ttext", tally.Twins),
                ("# crash: project\texception", tally.Crashes),
                ("# error caused: in\terror\ttext", tally.Errors),
            }
        )
        {
            yield return title;
            foreach (string line in found)
            {
                yield return line;
            }
        }
    }

    private static string Line(string what, long count) => $"{what}\t{count.ToString(CultureInfo.InvariantCulture)}";
}
