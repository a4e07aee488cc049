namespace Troops.Tests.Corpus;

/// <summary>A mistake in one body: pairs of what stands there and what stands there instead.</summary>
internal sealed record WrongRewrite(string Body, params string[] Edits)
{
    internal string File => $"{Body[..Body.IndexOf('.', StringComparison.Ordinal)]}.cs";

    /// <summary>The file's text with the mistake.</summary>
    internal string MakeIn(string text)
    {
        int start = text.IndexOf($" {Body[(Body.IndexOf('.', StringComparison.Ordinal) + 1)..]}(Probe p)", StringComparison.Ordinal);
        Assert.That(start, Is.Positive, Body);
        for (int i = 0; i < Edits.Length; i += 2)
        {
            int at = text.IndexOf(Edits[i], start, StringComparison.Ordinal);
            Assert.That(at, Is.Positive, () => $"{Body} no longer holds: {Edits[i]}");
            text = $"{text[..at]}{Edits[i + 1]}{text[(at + Edits[i].Length)..]}";
        }

        return text;
    }
}
