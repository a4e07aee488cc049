namespace Troops;

/// <summary>A test in a process of its own went wrong otherwise than by what its body threw: the message names each leaked thread, each fault that nobody heard of, or what still waits.</summary>
public sealed class TroopTestException : Exception
{
    internal TroopTestException(string message)
        : base(message) { }
}
