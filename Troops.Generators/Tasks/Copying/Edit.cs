namespace Troops.Generators.Tasks.Copying;

/// <summary>A change of the user's text.</summary>
/// <param name="Start">Where, in the user's file.</param>
/// <param name="Length">Of what it stands for; 0 if it is only put in.</param>
/// <param name="Text">What stands there instead.</param>
/// <param name="IsLine">Whether it stands on a line of its own that no debugger steps on; else it is a part of the user's line.</param>
internal readonly record struct Edit(int Start, int Length, string Text, bool IsLine);
