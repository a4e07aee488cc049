using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn.Model;

/// <summary>An <c>[Audited]</c> attribute, as far as it can be read.</summary>
internal sealed record Audit(string Owner, string Reason, string Expires, AttributeData Data)
{
    /// <summary>What is missing or wrong, as a sentence's end; null if the audit is complete. That its day has passed is another question.</summary>
    internal string? Problem =>
        string.IsNullOrWhiteSpace(Owner) ? "does not say who vouches"
        : string.IsNullOrWhiteSpace(Reason) ? "does not say why the promise holds"
        : LastDay is null ? $"must name its last day as yyyy-MM-dd, not '{Expires}'"
        : null;

    /// <summary>The last day on which the audit counts; null if it cannot be read.</summary>
    internal DateTime? LastDay =>
        DateTime.TryParseExact(Expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? day : null;

    internal static Audit? Find(KnownSymbols symbols, ISymbol symbol)
    {
        if (KnownSymbols.Find(symbol, symbols.Audited) is not { } data)
        {
            return null;
        }

        return new(Argument(0), Argument(1), Argument(2), data);

        string Argument(int index) => data.ConstructorArguments.Length > index && data.ConstructorArguments[index].Value is string text ? text : "";
    }
}
