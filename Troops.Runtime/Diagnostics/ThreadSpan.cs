using System.Diagnostics;

namespace Troops.Diagnostics;

/// <summary>The activity that a thread is, for those who listen to the activity source "Troops". Only the context of the parent travels, which is a value.</summary>
/// <remarks>Made by the starter, begun in the thread's first turn, ended by whoever ends the thread. Listeners are somebody's code: what they throw is reported and costs nobody anything.</remarks>
internal sealed class ThreadSpan
{
    private static readonly ActivitySource Source = new(DiagnosticNames.Source);

    private readonly ActivityContext parent;
    private Activity? activity;

    private ThreadSpan(ActivityContext parent) => this.parent = parent;

    /// <summary>Null if nobody listens.</summary>
    internal static ThreadSpan? New() => Source.HasListeners() ? new ThreadSpan(Activity.Current?.Context ?? default) : null;

    /// <summary>Called with the thread's own context installed: the activity becomes <see cref="Activity.Current"/> there.</summary>
    internal void Begin(string name, string process, string troop, long thread)
    {
        try
        {
            activity = Source.StartActivity(DiagnosticNames.ThreadActivity, ActivityKind.Internal, parent);
            if (activity is not null)
            {
                activity.DisplayName = name;
                activity.SetTag(DiagnosticNames.ProcessTag, process).SetTag(DiagnosticNames.TroopTag, troop).SetTag(DiagnosticNames.ThreadTag, thread);
            }
        }
        catch (Exception thrown)
        {
            Report(thrown);
        }
    }

    /// <summary>The caller takes the context out afterwards.</summary>
    internal void End(Exception? fault)
    {
        try
        {
            if (fault is not null)
            {
                activity?.SetStatus(ActivityStatusCode.Error, FaultText.Message(fault));
            }

            activity?.Stop();
        }
        catch (Exception thrown)
        {
            Report(thrown);
        }
    }

    private static void Report(Exception thrown) => TroopsEventSource.Log.CallbackThrew("an ActivityListener", FaultText.Full(thrown));
}
