namespace Troops.Generators.Tasks.Model;

/// <summary>A task as the step on the keystroke path knows it: where it is and how it reads, and nothing that an edit elsewhere changes.</summary>
/// <param name="Path">Of the file.</param>
/// <param name="Text">Of the method.</param>
internal readonly record struct TaskKey(string Path, string Text);
