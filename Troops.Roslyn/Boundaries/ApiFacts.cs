using System.Collections.Immutable;

namespace Troops.Roslyn.Boundaries;

/// <summary>What is known of one member of an API.</summary>
/// <param name="Roles">Those of the member itself and of its type.</param>
/// <param name="Passages">A parameter each; empty if nothing leaves the caller through any of them and every delegate is in good hands.</param>
internal sealed record ApiFacts(ApiRole Roles, ImmutableArray<Passage> Passages)
{
    /// <summary>Nearly every member of a program.</summary>
    internal static readonly ApiFacts Nothing = new(ApiRole.None, []);

    /// <summary>Whether an argument may leave the thread of the caller: of most methods that take delegates none does.</summary>
    internal bool Leaves { get; } = Passages.Any(static passage => passage > Passage.Inline);

    internal bool Has(ApiRole role) => (Roles & role) != 0;

    /// <summary>Of the parameter of that number.</summary>
    internal Passage Of(int ordinal) => Passages.IsEmpty ? Passage.Checked : Passages[ordinal];
}
