using System.Collections.Immutable;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>What channels and selects are, written so that it is plainly right. A state never changes; a step gives every state that may come next, since a select chooses as it likes.</summary>
internal sealed record SelectModel(
    ImmutableArray<SelectModel.Queue> Channels,
    ImmutableSortedDictionary<int, string> Outcomes,
    ImmutableSortedDictionary<int, ImmutableArray<string>> Cases
)
{
    internal static SelectModel Of(int[] capacities) =>
        new(
            [.. capacities.Select(static capacity => new Queue(capacity, false, [], [], []))],
            ImmutableSortedDictionary<int, string>.Empty,
            ImmutableSortedDictionary<int, ImmutableArray<string>>.Empty
        );

    internal IEnumerable<SelectModel> After(int id, SelectStep step)
    {
        if (step.What == SelectStep.Kind.Close)
        {
            return [Close(step.Cases[0].Channel)];
        }

        if (step.What == SelectStep.Kind.TryReceive && Channels[step.Cases[0].Channel] is { Closed: true, Values.IsEmpty: true })
        {
            // A try says only that there is nothing.
            return [Ends(id, "none")];
        }

        bool selects = step.What is SelectStep.Kind.Select or SelectStep.Kind.TrySelect;
        SelectModel begun = selects ? this with { Cases = Cases.Add(id, [.. step.Cases.Select(static _ => "-")]) } : this;
        (int Channel, bool IsSend)[] cases = step.What switch
        {
            SelectStep.Kind.Send or SelectStep.Kind.TrySend => [(step.Cases[0].Channel, true)],
            SelectStep.Kind.Receive or SelectStep.Kind.TryReceive => [(step.Cases[0].Channel, false)],
            _ => step.Cases,
        };
        SelectModel[] ready = [.. cases.SelectMany((one, index) => begun.Now(new Waiter(id, selects ? index : -1), one.Channel, one.IsSend))];
        if (ready.Length > 0)
        {
            return ready;
        }

        if (step.What is SelectStep.Kind.TrySend or SelectStep.Kind.TryReceive or SelectStep.Kind.TrySelect)
        {
            return [begun.Ends(id, selects ? "-1" : "none")];
        }

        SelectModel waiting = begun.Ends(id, "waits");
        for (int index = 0; index < cases.Length; index++)
        {
            waiting = waiting.Change(cases[index].Channel, queue => queue.With(new Waiter(id, selects ? index : -1), cases[index].IsSend));
        }

        return [waiting];
    }

    /// <summary>In the words of <see cref="SelectHistory"/>.</summary>
    internal string End() =>
        string.Join(
            " | ",
            [
                Support.Outcomes.Print(Outcomes),
                string.Join("; ", Cases.Select(static pair => $"{pair.Key}: {string.Join(' ', pair.Value)}")),
                .. Channels.Select(static queue => $"{queue.Closed} {string.Join(' ', queue.Values)}"),
            ]
        );

    /// <summary>The state in which it is done at once; none if it must wait.</summary>
    private IEnumerable<SelectModel> Now(Waiter who, int channel, bool isSend)
    {
        Queue queue = Channels[channel];
        if (isSend)
        {
            return queue.Closed ? [Ends(who.Id, "ChannelClosedException")]
                : queue.Receivers.Length > 0 ? [Sent(who).Received(queue.Receivers[0], $"{who.Id}")]
                : queue.Values.Length < queue.Capacity ? [Sent(who).Change(channel, old => old with { Values = old.Values.Add(who.Id) })]
                : [];
        }

        if (queue.Values.Length > 0)
        {
            SelectModel taken = Received(who, $"{queue.Values[0]}").Change(channel, static old => old with { Values = old.Values.RemoveAt(0) });
            return queue.Senders.Length == 0
                ? [taken]
                : [taken.Sent(queue.Senders[0]).Change(channel, old => old with { Values = old.Values.Add(queue.Senders[0].Id) })];
        }

        return queue.Senders.Length > 0 ? [Received(who, $"{queue.Senders[0].Id}").Sent(queue.Senders[0])]
            : queue.Closed ? [Closed(who)]
            : [];
    }

    private SelectModel Close(int channel)
    {
        SelectModel next = Change(channel, static queue => queue with { Closed = true });
        while (next.Channels[channel].Senders is [var sender, ..])
        {
            next = next.Ends(sender.Id, "ChannelClosedException");
        }

        while (next.Channels[channel].Receivers is [var receiver, ..])
        {
            next = next.Closed(receiver);
        }

        return next;
    }

    private SelectModel Sent(Waiter who) => Ends(who.Id, who.Case < 0 ? "sent" : $"{who.Case}");

    private SelectModel Received(Waiter who, string value) => who.Case < 0 ? Ends(who.Id, value) : Ends(who.Id, $"{who.Case}").Gives(who, value);

    private SelectModel Closed(Waiter who) => who.Case < 0 ? Ends(who.Id, "ChannelClosedException") : Ends(who.Id, $"{who.Case}").Gives(who, "closed");

    private SelectModel Gives(Waiter who, string value) => this with { Cases = Cases.SetItem(who.Id, Cases[who.Id].SetItem(who.Case, value)) };

    /// <summary>Whoever ends leaves all queues.</summary>
    private SelectModel Ends(int id, string outcome) =>
        this with
        {
            Outcomes = Outcomes.SetItem(id, outcome),
            Channels = [.. Channels.Select(queue => queue.Without(id))],
        };

    private SelectModel Change(int channel, Func<Queue, Queue> change) => this with { Channels = Channels.SetItem(channel, change(Channels[channel])) };

    /// <summary>An operation, and which of its cases; -1: a plain send or receive.</summary>
    internal readonly record struct Waiter(int Id, int Case);

    internal sealed record Queue(int Capacity, bool Closed, ImmutableArray<int> Values, ImmutableArray<Waiter> Senders, ImmutableArray<Waiter> Receivers)
    {
        internal Queue With(Waiter who, bool isSend) => isSend ? this with { Senders = Senders.Add(who) } : this with { Receivers = Receivers.Add(who) };

        internal Queue Without(int id) => this with { Senders = Senders.RemoveAll(one => one.Id == id), Receivers = Receivers.RemoveAll(one => one.Id == id) };
    }
}
