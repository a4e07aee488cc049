namespace Troops;

/// <summary>Marks an interface whose implementation lives on a thread of its own and is called through a proxy.</summary>
/// <remarks>
/// The source generator writes the proxy. Arguments and results cross a boundary, so each must be a value that crosses between troops; methods return
/// <c>TroopTask</c>; events, default implementations, <c>ref</c> and <c>out</c> have no meaning at a distance. Checked at compile time by TROOP050 and TROOP051.
/// </remarks>
/// <example>
/// <code>
/// [TroopService]
/// public interface IIndex
/// {
///     TroopTask Add(Page page);
///     TroopTask&lt;int&gt; Find(Query query);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class TroopServiceAttribute : Attribute
{
    /// <summary>
    /// Whether the service is for callers in its own troop alone. Then any shareable value may be an argument or a result, and its proxy throws when it is used from
    /// another troop (TROOP050). Default <see langword="false"/>.
    /// </summary>
    public bool SameTroop { get; set; }
}
