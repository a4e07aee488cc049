namespace Troops.Tasks;

/// <summary>The result of what has none.</summary>
internal readonly struct Unit;
