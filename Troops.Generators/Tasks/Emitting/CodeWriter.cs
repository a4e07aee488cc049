using System.Text;

namespace Troops.Generators.Tasks.Emitting;

/// <summary>Lines of code with their indentation; ends lines with <c>\n</c> wherever it runs.</summary>
internal sealed class CodeWriter
{
    private const int Step = 4;

    private readonly StringBuilder text = new();
    private int depth;

    internal void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * Step).Append(line);
        }

        text.Append('\n');
    }

    /// <summary>As it is.</summary>
    internal void Raw(string lines) => text.Append(lines);

    internal void Open()
    {
        Line("{");
        depth++;
    }

    internal void Close()
    {
        depth--;
        Line("}");
    }

    public override string ToString() => text.ToString();
}
