using Troops.Boundaries;

namespace Troops.Tasks;

/// <summary>What is known of the result type of a thread, found out once a type.</summary>
internal static class ThreadResult<T>
{
    /// <summary>True if two threads may hold it: it goes between troops as it is, or its author says that it is immutable or thread-safe.</summary>
    internal static readonly bool IsShareable =
        typeof(T) == typeof(Unit)
        || Crossing<T>.AsItIs
        || typeof(T).IsDefined(typeof(ImmutableAttribute), false)
        || typeof(T).IsDefined(typeof(ThreadSafeAttribute), false);

    private static readonly bool RunsElsewhere = IsTask(typeof(T));

    /// <exception cref="ArgumentException">The delegate returns something that would go on outside of the thread.</exception>
    internal static void Check(string parameter)
    {
        if (RunsElsewhere)
        {
            throw Mistakes.ReturnsTask(typeof(T), parameter);
        }
    }

    private static bool IsTask(Type type)
    {
        if (typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask))
        {
            return true;
        }

        Type? definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return definition == typeof(ValueTask<>) || definition == typeof(IAsyncEnumerable<>);
    }
}
