using System.Globalization;

namespace Troops;

/// <summary>A task in a <see cref="ProcessDump"/>.</summary>
[Immutable]
public sealed class TaskDump
{
    internal TaskDump(string name, TaskDumpState state)
    {
        Name = name;
        State = state;
    }

    /// <summary>The method, as <c>Type.Method</c>, or what else the task is.</summary>
    public string Name { get; }

    /// <summary>What it did.</summary>
    public TaskDumpState State { get; }

    /// <summary>What it waits for: an operation such as <c>Channel.Receive</c> or <c>Join</c>, another task by its name, <c>foreign awaitable</c>; null if it waits for nothing.</summary>
    public string? WaitsFor { get; internal init; }

    /// <summary>Which one, where that can be told: the thread that is joined, for example.</summary>
    public string? Subject { get; internal init; }

    /// <summary>The source file of a task that the generator has compiled; null for others.</summary>
    public string? File { get; internal init; }

    /// <summary>The line of the await at which it waits, or of the loop in which it gave way; of its declaration if neither is known; 0 without a <see cref="File"/>.</summary>
    public int Line { get; internal init; }

    /// <summary>The task of the same thread that awaits this one; null if there is none. From one to the next this is the logical stack of the await.</summary>
    public TaskDump? AwaitedBy { get; internal init; }

    /// <summary>Name and place.</summary>
    internal string Where => File is null ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name} ({FileName(File)}:{Line})");

    /// <summary>One line.</summary>
    public override string ToString() =>
        State == TaskDumpState.Waiting
            ? $"{Where} waits for {WaitsFor}{(Subject is null ? "" : $" ({Subject})")}"
            : $"{Where} {(State == TaskDumpState.Ready ? "is ready" : "runs")}";

    /// <summary>Apart from which one of a kind it waits for.</summary>
    internal bool IsLike(TaskDump other) => IsAt(other) && State == other.State && WaitsFor == other.WaitsFor && IsAwaitedLike(other);

    private bool IsAt(TaskDump other) => Name == other.Name && Line == other.Line && File == other.File;

    /// <summary>The next one alone: all the others are compared as tasks of their threads.</summary>
    private bool IsAwaitedLike(TaskDump other) => AwaitedBy == other.AwaitedBy || (AwaitedBy is { } mine && other.AwaitedBy is { } theirs && mine.IsAt(theirs));

    /// <summary>Without its folders, whichever system has built it.</summary>
    private static string FileName(string file) => file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
}
