namespace Troops.Tasks;

/// <summary>Misuse of the API: each message names the mistake and the remedy.</summary>
internal static class Mistakes
{
    internal static InvalidOperationException OutsideThread(string what) =>
        new(
            $"{what} needs a thread: this code runs outside of every TroopThread. Enter one with TroopProcess.RunAsync(() => ...), process.InvokeAsync(() => ...), or, inside a thread, TroopThread.Start(() => ...)."
        );

    internal static InvalidOperationException AwaitedTwice(TaskCore task) =>
        new(
            $"The task {task.Name} is awaited once only, and this is the second time (an await, WhenAll, Forget and AsTask each count). Keep its result in a variable, or await it in one place."
        );

    internal static InvalidOperationException ForeignTask(TaskCore task) =>
        new(
            task.Thread is null
                ? $"The operation {task.Name} was started by ordinary code, and a task of a thread cannot await it. Start it inside the thread."
                : $"The task {task.Name} belongs to another thread, and a task never leaves its thread. Return the value from the thread and Join it, or hand the task out with AsTask()."
        );

    internal static InvalidOperationException NotCompleted(TaskCore task) =>
        new($"The result of {task.Name} was asked for before it ended. Await it; a thread cannot block for it. In ordinary code use AsTask().");

    internal static ArgumentException ReturnsTask(Type type, string parameter) =>
        new(
            $"The delegate returns {type.Name}, which would run outside of the thread that starts here. Await it inside: async () => await ...; for a sequence, consume it inside the thread.",
            parameter
        );

    internal static InvalidOperationException MakesItself(string what) =>
        new($"The factory of a {what} asks for the value that it is making. Take that access out of the factory.");

    internal static InvalidOperationException JoinsItself(TroopThread thread) =>
        new($"{thread} cannot join itself: it would wait for ever. Await its tasks instead.");

    internal static InvalidOperationException ForeignTroop(string what, string owner, string user) =>
        new(
            $"{what} belongs to the troop '{owner}' and was used from the troop '{user}'. Between troops only data and proxies go; make one in the troop that uses it."
        );

    internal static NotSupportedException CannotCross(Type type) =>
        new(
            $"A {type} cannot go from one troop to another. Numbers, string, bool, char, enums, Guid, decimal, dates and times, BigInteger, Uri, Version and tuples of these can."
        );

    internal static InvalidOperationException NotShareable(TroopThread thread, Type type) =>
        new(
            $"Completion gives the result of {thread} to any number of observers, and a {type} cannot be shared. Join it once instead, or return an immutable type (marked [Immutable])."
        );

    internal static InvalidOperationException ResultMoved(TroopThread thread, Type type) =>
        new(
            $"The result of {thread} was moved to its first Join, and a {type} cannot be shared with a second one. Join once and pass the value on, or return an immutable type (marked [Immutable])."
        );
}
