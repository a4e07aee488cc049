namespace Troops.Sharing;

/// <summary>A value of a thread or a troop, in the table that the thread or troop keeps.</summary>
internal sealed class StateCell<T>
{
    internal T? Value { get; set; }

    /// <summary>False while the factory runs: who asks then asks from inside it.</summary>
    internal bool IsMade { get; set; }
}
