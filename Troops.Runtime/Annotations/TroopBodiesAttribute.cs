using System.ComponentModel;

namespace Troops;

/// <summary>Names the generated copies of one source file's tasks for dumps. Written by the source generator, never by hand.</summary>
/// <param name="file">The source file.</param>
/// <param name="entries">For each copy its name, the name to show, and the line of the declaration: <c>__troop_Sum_1a2b=Shop.Sum:10</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TroopBodiesAttribute(string file, params string[] entries) : Attribute
{
    /// <summary>The source file.</summary>
    public string File { get; } = file;

    /// <summary>The copies.</summary>
    public string[] Entries { get; } = entries;
}
