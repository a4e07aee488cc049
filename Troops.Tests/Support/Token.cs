namespace Troops.Tests.Support;

/// <summary>An object that has nothing in it, so that threads may share it, and that is garbage when nobody holds it.</summary>
internal sealed class Token;
