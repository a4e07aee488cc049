namespace Troops.Tests.House;

/// <summary>A type declared at the top level of a file.</summary>
/// <param name="Name">Its name, without arity.</param>
/// <param name="FullName">Namespace, name and arity as in metadata: <c>Troops.TroopThread`1</c>.</param>
/// <param name="Path">The file, from the root of the repository.</param>
/// <param name="IsFileLocal">Declared <c>file</c>: the compiler mangles its name, so <paramref name="FullName"/> is not what metadata says.</param>
/// <param name="IsPublic">Declared <c>public</c> in this file.</param>
internal sealed record SourceType(string Name, string Namespace, string FullName, string Path, bool IsFileLocal, bool IsPublic)
{
    /// <summary>The folder below the project, or an empty string for a file in its root.</summary>
    internal string Folder => Path.Split('/') is [_, var folder, _, ..] ? folder : "";
}
