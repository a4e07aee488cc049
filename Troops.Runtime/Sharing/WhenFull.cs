namespace Troops.Sharing;

/// <summary>What a <see cref="Broadcast{T}"/> does about a subscription that has no room for the next value.</summary>
public enum WhenFull
{
    /// <summary>The sender waits: the subscription gets every value, and a slow one slows everybody.</summary>
    Wait,

    /// <summary>The oldest value that the subscription has not received makes room, and is counted in <see cref="Subscription{T}.Missed"/>: nobody waits for it.</summary>
    DropOldest,
}
