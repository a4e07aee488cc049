using System.ComponentModel;

namespace Troops;

/// <summary>What the compiler found out about types of this assembly that carry no attribute of ours. Written by the source generator, never by hand.</summary>
/// <remarks>
/// An internal type needs no <c>[Immutable]</c>: its kind is inferred from its fields. Another assembly that sees it, through <c>InternalsVisibleTo</c>, cannot repeat
/// that, for a reference assembly leaves private fields out. So the answer travels with the assembly. Nothing reads it at run time.
/// </remarks>
/// <param name="kinds">A line a type, in the format of the <c>*.troops.txt</c> lists: <c>Val Shop.Line</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TroopKindsAttribute(string kinds) : Attribute
{
    /// <summary>A line a type, in the format of the <c>*.troops.txt</c> lists.</summary>
    public string Kinds { get; } = kinds;
}
