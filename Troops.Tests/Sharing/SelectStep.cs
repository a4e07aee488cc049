namespace Troops.Tests.Sharing;

/// <summary>One operation of a history: on the first channel, or a select over all of the cases. A sender sends the operation's number.</summary>
internal sealed record SelectStep(SelectStep.Kind What, (int Channel, bool IsSend)[] Cases)
{
    internal enum Kind
    {
        Send,
        Receive,
        Select,
        TrySend,
        TryReceive,
        TrySelect,
        Close,
    }

    public override string ToString() => $"{What}({string.Join(", ", Cases.Select(static one => $"{(one.IsSend ? "send" : "receive")} {one.Channel}"))})";
}
