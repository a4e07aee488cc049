namespace Troops.Diagnostics;

/// <summary>What an exception says of itself. It is somebody's code, so it may throw; an exception that cannot be described must not cost a worker.</summary>
internal static class FaultText
{
    internal static string Message(Exception fault)
    {
        try
        {
            return fault.Message ?? "";
        }
        catch (Exception thrown)
        {
            return $"(its Message threw a {thrown.GetType().Name})";
        }
    }

    /// <summary>Where it came from; null if it does not say.</summary>
    internal static string? Trace(Exception fault)
    {
        try
        {
            return fault.StackTrace;
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Type, message, stack, inner exceptions. Copies go by the names of their tasks, which is what their author knows.</summary>
    internal static string Full(Exception fault)
    {
        try
        {
            return BodyName.OfCopies(fault.ToString() ?? "");
        }
        catch (Exception thrown)
        {
            return $"{fault.GetType()} (its ToString threw a {thrown.GetType().Name})";
        }
    }
}
