using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Troops.Sharing;

namespace Troops.Tests.Aot;

/// <summary>What observers see.</summary>
internal static class DiagnosticsChecks
{
    internal static async Task Dump(TroopProcess process)
    {
        Channel<int> channel = new(0);
        Task<int> receiving = Check.InTime(process.InvokeAsync(() => Receive(channel)));
        ProcessDump dump = process.Dump();
        while (dump.Troops[0].Threads is not [{ IsExact: true }])
        {
            await Task.Yield();
            dump = process.Dump();
        }

        Check.Same(dump.Troops[0].Threads[0].Tasks[0].ToString(), $"{nameof(DiagnosticsChecks)}.{nameof(Receive)} waits for Channel.Receive", "the task");
        Check.That(dump.ToString().Contains("1 parked", StringComparison.Ordinal), dump.ToString());
        using JsonDocument json = JsonDocument.Parse(dump.ToJson());
        Check.Same(json.RootElement.GetProperty("process").GetString(), process.Name, "the name in the JSON");
        await channel.SendAsync(1);
        await receiving.ConfigureAwait(false);
    }

    internal static async Task Trace(TroopProcess process)
    {
        using MemoryStream output = new();
        await using (process.StartTrace(output))
        {
            await Check.InTime(process.InvokeAsync(static () => ThreadChecks.Later(1)));
        }

        using JsonDocument json = JsonDocument.Parse(output.ToArray());
        Check.That(
            json.RootElement.EnumerateArray()
                .Any(static one =>
                    one.GetProperty("ph").GetString() == "X" && one.GetProperty("name").GetString() == $"{nameof(DiagnosticsChecks)}.{nameof(Trace)}"
                ),
            "the turn in the trace"
        );
    }

    [Audited("the tests' owners", "the instruments are read on this thread", "2030-12-31")]
    internal static async Task Meter(TroopProcess process)
    {
        await Check.InTime(process.InvokeAsync(static () => ThreadChecks.Later(1)));
        long turns = 0;
        using MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Troops" && instrument.Name == "troops.turns")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => turns += (string?)tags[0].Value == process.Name ? value : 0);
        listener.Start();
        listener.RecordObservableInstruments();
        Check.That(turns > 0, "turns are counted");
    }

    [Audited("the tests' owners", "the listener is called on the thread whose end is awaited before the look", "2030-12-31")]
    internal static async Task Activity(TroopProcess process)
    {
        string? seen = null;
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "Troops",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => seen = activity.OperationName,
        };
        ActivitySource.AddActivityListener(listener);
        await Check.InTime(process.InvokeAsync(static () => ThreadChecks.Later(1)));
        Check.Same(seen, "troops.thread", "the activity");
    }

    internal static async Task Events(TroopProcess process)
    {
        using KillListener listener = new();
        process.CreateTroop("watched").Kill("the check says so");
        string heard = await listener.Heard.WaitAsync(TimeSpan.FromSeconds(30)).ConfigureAwait(false);
        Check.That(heard.Contains("watched", StringComparison.Ordinal), heard);
    }

    [TroopTask]
    private static async TroopTask<int> Receive(Channel<int> channel) => await channel.ReceiveAsync();
}
