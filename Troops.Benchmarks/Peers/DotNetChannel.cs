using System.Threading.Channels;

namespace Troops.Benchmarks.Peers;

/// <summary>The channels of .NET, as somebody who reads their documentation would make them.</summary>
internal static class DotNetChannel
{
    /// <summary>One writer, one reader.</summary>
    internal static Channel<long> Unbounded(bool inline = false) =>
        Channel.CreateUnbounded<long>(
            new()
            {
                SingleReader = true,
                SingleWriter = true,
                AllowSynchronousContinuations = inline,
            }
        );

    internal static Channel<long> Bounded(int capacity, bool singleWriter) =>
        Channel.CreateBounded<long>(new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = singleWriter });
}
