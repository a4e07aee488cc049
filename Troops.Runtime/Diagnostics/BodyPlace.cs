namespace Troops.Diagnostics;

/// <summary>A body as its author knows it.</summary>
/// <param name="Name"><c>Shop.Sum</c>.</param>
/// <param name="File">The source file; null unless the generator has copied the body.</param>
/// <param name="Line">Of the declaration; 0 as above.</param>
internal sealed record BodyPlace(string Name, string? File, int Line);
