using System.Text;

namespace TradeWinds.Common;

/// <summary>Rows of text, laid out in columns.</summary>
public sealed class TextTable(params ReadOnlySpan<string> headings)
{
    private readonly string[] headings = headings.ToArray();
    private readonly List<string[]> rows = [];

    public int Count => rows.Count;

    /// <summary>How many blanks stand between two columns.</summary>
    public int Gap
    {
        get;
        set => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Columns would touch.");
    } = 2;

    public string this[Index row, int column] => rows[row][column];

    public TextTable Add(params ReadOnlySpan<string> cells)
    {
        if (cells.Length != headings.Length)
        {
            throw new ArgumentException($"{cells.Length} cells for {headings.Length} columns.", nameof(cells));
        }

        rows.Add(cells.ToArray());
        return this;
    }

    public override string ToString()
    {
        var widths = headings.Select((heading, column) => rows.Select(row => row[column].Length).Append(heading.Length).Max()).ToArray();
        StringBuilder text = new();
        AppendRow(headings);
        AppendRow([.. widths.Select(static width => new string('-', width))]);
        foreach (var row in rows)
        {
            AppendRow(row);
        }

        return text.ToString();

        void AppendRow(ReadOnlySpan<string> cells)
        {
            for (var column = 0; column < cells.Length; column++)
            {
                text.Append(cells[column].PadRight(widths[column] + Gap));
            }

            // What is left of the padding is of no use to anybody.
            while (text is [.., ' '])
            {
                text.Length--;
            }

            text.AppendLine();
        }
    }
}
