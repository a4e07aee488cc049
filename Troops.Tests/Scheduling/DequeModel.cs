using Troops.Scheduling;

namespace Troops.Tests.Scheduling;

/// <summary>What a bounded deque means: a list.</summary>
internal sealed class DequeModel
{
    private const int Nothing = int.MinValue;

    internal List<int> Content { get; } = [];

    internal List<int> Popped { get; } = [];

    internal List<int> Taken { get; } = [];

    internal List<int> Refused { get; } = [];

    internal void Push(int number)
    {
        if (Content.Count == StealableDeque.Capacity)
        {
            Refused.Add(number);
        }
        else
        {
            Content.Add(number);
        }
    }

    internal void Pop() => Remove(Popped, Content.Count - 1);

    internal void Take() => Remove(Taken, 0);

    /// <summary>Everything that an observer can tell: what is left and what each side got (which thief got which is nobody's business).</summary>
    internal static string Print(IEnumerable<int> content, IEnumerable<int> popped, IEnumerable<int> taken, IEnumerable<int> refused) =>
        $"left {string.Join(',', content)}; popped {string.Join(',', popped)}; taken {string.Join(',', taken.Order())}; refused {string.Join(',', refused)}";

    private void Remove(List<int> into, int index)
    {
        if (Content.Count == 0)
        {
            into.Add(Nothing);
            return;
        }

        into.Add(Content[index]);
        Content.RemoveAt(index);
    }
}
