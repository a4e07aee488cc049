using System.Runtime.ExceptionServices;
using Troops.Diagnostics;

namespace Troops;

/// <summary>A copy of a fault that went to another thread or troop: the exception itself belongs to one owner, its text can be everybody's.</summary>
public sealed class TroopFault : Exception
{
    private TroopFault(string faultType, string message, string logicalStack)
        : base($"{faultType}: {message}")
    {
        FaultType = faultType;
        FaultMessage = message;
        LogicalStack = logicalStack;
    }

    /// <summary>The full name of the exception's type.</summary>
    public string FaultType { get; }

    /// <summary>The exception's message.</summary>
    public string FaultMessage { get; }

    /// <summary>Where it came from: the tasks that it went through, the innermost first.</summary>
    public string LogicalStack { get; }

    /// <summary>The copy, followed by the logical stack of the original.</summary>
    public override string ToString() => $"{BodyName.OfCopies(base.ToString())}{Environment.NewLine}--- copied from ---{Environment.NewLine}{LogicalStack}";

    /// <summary>A copy that shares nothing with <paramref name="fault"/>. What tells a troop's end, and cancellation, keep their type, so that callers can handle them.</summary>
    internal static Exception CopyOf(Exception fault) =>
        fault switch
        {
            TroopKilledException killed => killed.Copy(),
            TroopFault copy => new TroopFault(copy.FaultType, copy.FaultMessage, copy.LogicalStack),
            OperationCanceledException => WithTraceOf(new OperationCanceledException(FaultText.Message(fault)), fault),
            _ => new TroopFault(fault.GetType().FullName ?? fault.GetType().Name, FaultText.Message(fault), FaultText.Full(fault)),
        };

    private static Exception WithTraceOf(Exception copy, Exception fault) =>
        FaultText.Trace(fault) is { Length: > 0 } trace ? ExceptionDispatchInfo.SetRemoteStackTrace(copy, trace) : copy;
}
