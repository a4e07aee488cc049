using System.Diagnostics.Metrics;

namespace Troops.Tests.Support;

/// <summary>What the meter "Troops" says of one process.</summary>
internal static class Figures
{
    internal static Dictionary<string, long> Of(TroopProcess process)
    {
        Dictionary<string, long> figures = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Troops")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
            {
                if (tags is [{ Key: "troops.process", Value: string name }] && name == process.Name)
                {
                    figures.Add(instrument.Name, value);
                }
            }
        );
        listener.Start();
        listener.RecordObservableInstruments();
        return figures;
    }
}
