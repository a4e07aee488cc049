namespace Troops.Generators.Tasks.Copying;

/// <summary>A change of the user's text.</summary>
/// <param name="Start">Where, in the user's file.</param>
/// <param name="Length">Of what it stands for; 0 if it is only put in.</param>
/// <param name="Text">What stands there instead.</param>
/// <param name="Kind">How it stands there.</param>
internal readonly record struct Edit(int Start, int Length, string Text, EditKind Kind);
