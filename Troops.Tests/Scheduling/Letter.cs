using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>A node that knows who sent it, and as which of theirs.</summary>
internal sealed class Letter(int sender, int number) : InboxNode
{
    internal int Sender => sender;

    internal int Number => number;

    internal static List<string> Read(InboxNode? oldest)
    {
        List<string> read = [];
        for (InboxNode? node = oldest; node is not null; node = node.Next)
        {
            read.Add($"{((Letter)node).Sender}.{((Letter)node).Number}");
        }

        return read;
    }
}
