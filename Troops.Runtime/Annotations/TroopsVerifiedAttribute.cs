using System.ComponentModel;

namespace Troops;

/// <summary>Stamps an assembly that was compiled with every TROOP rule at work and none silenced. Written by the source generator, never by hand.</summary>
/// <remarks>
/// <para>
/// Withheld where a build does not run the analyzers, where a <c>#pragma</c>, <c>[SuppressMessage]</c>, <c>NoWarn</c>, rule set or <c>.editorconfig</c> silences a TROOP
/// rule or makes less of it, and in an assembly that is <see cref="TroopsOutsideAttribute"/> as a whole, for there some rules do not look. <see cref="AuditedAttribute"/> and a
/// single type that stands outside do not count: both are visible, with a reason, and meant.
/// </para>
/// <para>
/// The stamp is a record of how the assembly was built, not a proof against somebody who forges it. Output of other source generators is checked by the rules, but a
/// suppression inside it is not seen. Without the stamp nothing changes at run time.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TroopsVerifiedAttribute : Attribute;
