namespace Troops.Tests.Laws;

/// <summary>Something to wait for, and what ends it.</summary>
internal sealed record Completion(Func<TroopTask> Wait, Action Complete);
