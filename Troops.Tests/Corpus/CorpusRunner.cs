using System.Reflection;
using Troops.Tests.Support;

namespace Troops.Tests.Corpus;

/// <summary>Runs one body once. The outcome is a text: trace, and result or exception.</summary>
internal static class CorpusRunner
{
    private static readonly MethodInfo PlainResult = typeof(CorpusRunner).GetMethod(nameof(PlainResultOf), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo OurResult = typeof(CorpusRunner).GetMethod(nameof(OurResultOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>As a plain task.</summary>
    internal static string RunPlain(CorpusAssembly assembly, MethodInfo body, CorpusMode mode, out int events)
    {
        object probe = assembly.NewProbe(mode);
        string end = Pump.Run(async () =>
        {
            try
            {
                return $"result: {await CallPlain(body, probe)}";
            }
            catch (Exception fault)
            {
                return Describe(fault);
            }
        });
        events = assembly.EventsOf(probe);
        return Outcome(assembly, probe, end);
    }

    /// <summary>In a thread of <paramref name="process"/>. What faults besides the body itself is not its outcome: siblings that it never awaits.</summary>
    internal static async Task<string> RunOurs(TroopProcess process, CorpusAssembly assembly, MethodInfo body, CorpusMode mode)
    {
        object probe = assembly.NewProbe(mode);
        string? end = null;
        Task run = process
            .InvokeAsync(async () =>
            {
                try
                {
                    end = $"result: {await CallOurs(body, probe)}";
                }
                catch (Exception fault)
                {
                    end = Describe(fault);
                }
            })
            .AsTask();
        await run.WaitAsync(InThread.Guard).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return run.IsCompleted ? Outcome(assembly, probe, end ?? Describe(run.Exception!)) : Outcome(assembly, probe, "it did not end");
    }

    private static string Outcome(CorpusAssembly assembly, object probe, string end) => $"trace: {assembly.TraceOf(probe)}{Environment.NewLine}{end}";

    private static string Describe(Exception fault) =>
        $"{fault.GetType().Name}: {fault.Message}" + (fault.InnerException is { } inner ? $"{Environment.NewLine}  in it {Describe(inner)}" : "");

    private static Task<object?> CallPlain(MethodInfo body, object probe)
    {
        Type type = body.ReturnType;
        object task = body.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [probe], null)!;
        return type.IsGenericType ? (Task<object?>)PlainResult.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [task])! : PlainEndOf((Task)task);
    }

    private static TroopTask<object?> CallOurs(MethodInfo body, object probe)
    {
        Type type = body.ReturnType;
        object task = body.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [probe], null)!;
        return type.IsGenericType
            ? (TroopTask<object?>)OurResult.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [task])!
            : OurEndOf((TroopTask)task);
    }

    private static async Task<object?> PlainResultOf<T>(Task<T> task) => await task;

    private static async Task<object?> PlainEndOf(Task task)
    {
        await task;
        return "nothing";
    }

    private static async TroopTask<object?> OurResultOf<T>(TroopTask<T> task) => await task;

    private static async TroopTask<object?> OurEndOf(TroopTask task)
    {
        await task;
        return "nothing";
    }
}
