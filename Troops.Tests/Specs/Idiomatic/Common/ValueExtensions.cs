namespace TradeWinds.Common;

/// <summary>Members that strings, numbers and dates ought to have.</summary>
public static class ValueExtensions
{
    private const string Vowels = "aeiou";

    extension(string text)
    {
        public static string Separator => " · ";

        public bool IsBlank => string.IsNullOrWhiteSpace(text);

        public string Capitalized => text is [var first, .. var rest] ? $"{char.ToUpperInvariant(first)}{rest}" : text;

        public string Article => text is [var first, ..] && Vowels.Contains(char.ToLowerInvariant(first)) ? "an" : "a";

        public string Shorten(int length) => text.Length <= length ? text : $"{text.AsSpan(0, length - 1)}…";
    }

    extension(Money)
    {
        public static Money Crown => new(100);

        public static Money Between(Money low, Money high) => new((low.Pennies + high.Pennies) / 2);
    }

    extension<T>(T)
        where T : INumber<T>
    {
        public static T Blend(T from, T to, T share) => from + ((to - from) * share);
    }

    extension(DateOnly day)
    {
        public int Season => (day.Month % 12) / 3;

        public DateOnly Tomorrow => day.AddDays(1);
    }

    extension(ReadOnlySpan<char> span)
    {
        /// <summary>A hash that is the same in every process, unlike that of a string.</summary>
        public uint StableHash()
        {
            var hash = 2166136261u;
            foreach (var c in span)
            {
                hash = unchecked((hash ^ c) * 16777619u);
            }

            return hash;
        }
    }
}
