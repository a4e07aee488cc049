using Troops.Diagnostics;

namespace Troops.Tasks;

/// <summary>Readable names for dumps and events.</summary>
internal static class Names
{
    /// <summary>The method behind a state machine: <c>&lt;Fetch&gt;d__3</c> in <c>Shop</c> is <c>Shop.Fetch</c>.</summary>
    internal static string OfBody(Type stateMachine) => BodyPlaces.Of(stateMachine).Name;
}
