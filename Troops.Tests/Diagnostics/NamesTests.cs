using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Reflection;
using Troops.Diagnostics;
using Troops.Tests.Support;

namespace Troops.Tests.Diagnostics;

/// <summary>What others listen to does not change by accident.</summary>
[TestFixture, Category("Unit")]
internal sealed class NamesTests
{
    [Test]
    public async Task Names_of_instruments_activities_and_events()
    {
        await using TroopProcess process = InThread.Process(1);
        List<string> text = [];
        foreach (Instrument instrument in Instruments())
        {
            text.Add($"{instrument.Meter.Name} {instrument.GetType().Name} {instrument.Name} {instrument.Unit} {instrument.Description}");
        }

        text.Add($"activity {DiagnosticNames.Source} {DiagnosticNames.ThreadActivity}");
        text.Add($"tags {DiagnosticNames.ProcessTag} {DiagnosticNames.TroopTag} {DiagnosticNames.ThreadTag}");
        foreach ((MethodInfo method, EventAttribute about) in Events().OrderBy(static pair => pair.About.EventId))
        {
            string parameters = string.Join(", ", method.GetParameters().Select(static parameter => $"{parameter.ParameterType.Name} {parameter.Name}"));
            text.Add($"event {EventSource.GetName(typeof(TroopsEventSource))} {about.EventId} {about.Level} {method.Name}({parameters}): {about.Message}");
        }

        Snapshot.Verify(string.Join('\n', text));
    }

    private static List<Instrument> Instruments()
    {
        List<Instrument> found = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith("Troops", StringComparison.Ordinal))
                {
                    found.Add(instrument);
                }
            },
        };
        listener.Start();
        return [.. found.OrderBy(static instrument => instrument.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<(MethodInfo Method, EventAttribute About)> Events() =>
        from method in typeof(TroopsEventSource).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let about = method.GetCustomAttribute<EventAttribute>()
        where about is not null
        select (method, about);
}
