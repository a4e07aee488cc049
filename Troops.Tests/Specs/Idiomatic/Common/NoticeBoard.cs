using System.Text.RegularExpressions;

namespace TradeWinds.Common;

/// <summary>What everybody may read, and anybody may put up.</summary>
[ThreadSafe]
public sealed class NoticeBoard(int capacity)
{
    private static readonly Regex Rude = new(@"\b(blast|damn\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly Atomic<ImmutableList<Notice>> notices = new([]);

    public ImmutableList<Notice> Notices => notices.Value;

    public Notice Post(string author, string text)
    {
        Notice notice = new(author, Rude.Replace(text, "***"));
        notices.Update(known => known.Count < capacity ? known.Add(notice) : known.RemoveAt(0).Add(notice));
        return notice;
    }

    /// <summary>Takes down what somebody has put up, and says how much that was.</summary>
    public int Clear(string author)
    {
        var before = notices.Value;
        var after = before.RemoveAll(notice => Notice.SameAuthor.Equals(notice.Author, author));
        return notices.CompareExchange(after, before) == before ? before.Count - after.Count : 0;
    }
}

[Immutable]
public sealed record Notice(string Author, string Text)
{
    public static readonly StringComparer SameAuthor = StringComparer.OrdinalIgnoreCase;

    private static readonly EqualityComparer<string> SameText = EqualityComparer<string>.Default;

    public DateTimeOffset Posted { get; init; } = DateTimeOffset.UnixEpoch;

    public bool Equals(Notice? other) => other is not null && SameAuthor.Equals(Author, other.Author) && SameText.Equals(Text, other.Text);

    public override int GetHashCode() => HashCode.Combine(SameAuthor.GetHashCode(Author), Text);
}
