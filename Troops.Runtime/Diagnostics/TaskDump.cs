namespace Troops;

/// <summary>A task in a <see cref="ProcessDump"/>.</summary>
[Immutable]
public sealed class TaskDump
{
    internal TaskDump(string name, TaskDumpState state, string? waitsFor, string? subject)
    {
        Name = name;
        State = state;
        WaitsFor = waitsFor;
        Subject = subject;
    }

    /// <summary>The method, as <c>Type.Method</c>, or what else the task is.</summary>
    public string Name { get; }

    /// <summary>What it did.</summary>
    public TaskDumpState State { get; }

    /// <summary>What it waits for: an operation such as <c>Channel.Receive</c> or <c>Join</c>, another task by its name, <c>foreign awaitable</c>; null if it waits for nothing.</summary>
    public string? WaitsFor { get; }

    /// <summary>Which one, where that can be told: the thread that is joined, for example.</summary>
    public string? Subject { get; }

    /// <summary>One line.</summary>
    public override string ToString() =>
        State == TaskDumpState.Waiting
            ? $"{Name} waits for {WaitsFor}{(Subject is null ? "" : $" ({Subject})")}"
            : $"{Name} {(State == TaskDumpState.Ready ? "is ready" : "runs")}";

    /// <summary>Apart from which one of a kind it waits for.</summary>
    internal bool IsLike(TaskDump other) => State == other.State && Name == other.Name && WaitsFor == other.WaitsFor;
}
