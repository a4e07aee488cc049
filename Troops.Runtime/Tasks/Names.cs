namespace Troops.Tasks;

/// <summary>Readable names for dumps and events.</summary>
internal static class Names
{
    /// <summary>The method behind a state machine: <c>&lt;Fetch&gt;d__3</c> in <c>Shop</c> is <c>Shop.Fetch</c>.</summary>
    internal static string OfBody(Type stateMachine)
    {
        string name = stateMachine.Name;
        int end = name.LastIndexOf('>');
        int start = name.IndexOf('<', StringComparison.Ordinal);
        string method = start >= 0 && end > start + 1 ? name[(start + 1)..end].Trim('<', '>') : name;
        return stateMachine.DeclaringType is { } type ? $"{type.Name}.{method}" : method;
    }
}
