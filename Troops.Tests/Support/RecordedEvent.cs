namespace Troops.Tests.Support;

internal sealed record RecordedEvent(string Name, string Payload);
