namespace Troops.Tasks;

/// <summary>An operation of ordinary code with a limit, told by .NET's own timer.</summary>
internal sealed class OutsideTimeout<T> : Operation<T>
{
    private readonly string name;

    internal OutsideTimeout(TaskCore<T> limited, TimeSpan limit)
        : base(null)
    {
        name = $"WithTimeout of {limited.Name}";
        _ = Wait(limited, TaskUse.AsTask(limited, default), limit);
    }

    internal override string Name => name;

    private async Task Wait(TaskCore<T> limited, Task<T> task, TimeSpan limit)
    {
        try
        {
            if (await Seams.Outside.EndsWithinAny(task, limit).ConfigureAwait(false))
            {
                TrySucceed(await task.ConfigureAwait(false));
            }
            else
            {
                TryFail(TimeoutTask<T>.TimedOut(limited, limit));
            }
        }
        catch (Exception fault)
        {
            TryFail(fault);
        }
    }
}
