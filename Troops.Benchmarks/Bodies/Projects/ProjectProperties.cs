using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Troops.Benchmarks.Bodies.Projects;

/// <summary>The properties of a project, as far as they are said in words: functions are not called, and a condition that calls one does not hold.</summary>
internal sealed partial class ProjectProperties
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Configuration"] = "Release",
        ["TargetFramework"] = "net10.0",
        ["TargetFrameworkIdentifier"] = ".NETCoreApp",
    };

    internal ProjectProperties(string project) => values["MSBuildProjectName"] = Path.GetFileNameWithoutExtension(project);

    internal string this[string name] => values.GetValueOrDefault(name, "");

    internal bool Is(string name, string value) => string.Equals(this[name], value, StringComparison.OrdinalIgnoreCase);

    internal void Set(string name, string value)
    {
        if (!string.Equals(name, "TargetFramework", StringComparison.OrdinalIgnoreCase))
        {
            values[name] = Expand(value);
        }
    }

    internal string Expand(string text) => Property().Replace(text, match => this[match.Groups["name"].Value]);

    /// <summary>Whether an element counts.</summary>
    internal bool Holds(XElement element) => element.Attribute("Condition")?.Value is not { } condition || Holds(condition);

    private bool Holds(string condition)
    {
        if (condition.Contains("$([", StringComparison.Ordinal))
        {
            return false;
        }

        string[] parts = Or().Split(condition);
        if (parts.Length > 1)
        {
            return parts.Any(Holds);
        }

        parts = And().Split(condition);
        if (parts.Length > 1)
        {
            return parts.All(Holds);
        }

        string[] sides = condition.Split("==");
        bool isEqual = sides.Length == 2;
        sides = isEqual ? sides : condition.Split("!=");
        return sides.Length == 2 && string.Equals(Value(sides[0]), Value(sides[1]), StringComparison.OrdinalIgnoreCase) == isEqual;
    }

    private string Value(string side) => Expand(side.Trim().Trim('\''));

    [GeneratedRegex(@"\$\((?<name>\w+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Property();

    [GeneratedRegex(@"\s+or\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Or();

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex And();
}
