using System.ComponentModel;
using System.Runtime.CompilerServices;
using Troops.Tasks;

namespace Troops;

/// <summary>A task with a result and the line of its await. Infrastructure; see <see cref="TroopSite"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SitedTask<T>
{
    private readonly TroopTask<T> task;
    private readonly int line;
    private readonly TaskFlags leave;

    internal SitedTask(TroopTask<T> task, int line, TaskFlags leave = TaskFlags.None)
    {
        this.task = task;
        this.line = line;
        this.leave = leave;
    }

    /// <summary>What <c>await</c> uses. The line goes by the task: in the awaiter, which is kept in the frame, it would take room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SitedTaskAwaiter<T> GetAwaiter()
    {
        task.Core?.AwaitedAt(line, leave);
        return new SitedTaskAwaiter<T>(task.Core, task.Result);
    }
}
