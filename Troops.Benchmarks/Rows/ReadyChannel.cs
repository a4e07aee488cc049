using System.Diagnostics;
using Troops.Benchmarks.Harness;
using Troops.Benchmarks.Peers;
using Troops.Sharing;
using NetChannel = System.Threading.Channels.Channel<long>;

namespace Troops.Benchmarks.Rows;

/// <summary>Only the receiving is timed; the values have been sent before.</summary>
internal static partial class ReadyChannel
{
    private const int Batch = 1024;

    internal static Row Row { get; } =
        new(
            "ready-channel",
            ["ns"],
            "an await of a receive whose value is there; per value",
            [
                new(Contestant.Ours, Ours),
                new("Channel", static count => Task.Run(() => Receive(count, DotNetChannel.Unbounded()))),
                new("Channel bounded", static count => Task.Run(() => Receive(count, DotNetChannel.Bounded(Batch, singleWriter: true)))),
                new("completed Task", static count => Task.Run(() => Completed(count))),
            ]
        );

    private static Task<Sample> Ours(int count) =>
        Harness.Ours.RunAsync(async () =>
        {
            Channel<long> channel = new(Batch);
            double nanoseconds = 0;
            int batches = (count / Batch) + 1;
            for (int batch = 0; batch < batches; batch++)
            {
                for (int i = 0; i < Batch; i++)
                {
                    channel.TrySend(1);
                }

                long sum = 0;
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < Batch; i++)
                {
                    sum += await channel.ReceiveAsync();
                }

                nanoseconds += Sample.Nanoseconds(start);
                Check.Equal(Batch, sum, "the sum of the values");
            }

            return nanoseconds / ((long)batches * Batch);
        });

    private static async Task<Sample> Receive(int count, NetChannel channel)
    {
        double nanoseconds = 0;
        int batches = (count / Batch) + 1;
        for (int batch = 0; batch < batches; batch++)
        {
            for (int i = 0; i < Batch; i++)
            {
                channel.Writer.TryWrite(1);
            }

            long sum = 0;
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Batch; i++)
            {
                sum += await channel.Reader.ReadAsync();
            }

            nanoseconds += Sample.Nanoseconds(start);
            Check.Equal(Batch, sum, "the sum of the values");
        }

        return nanoseconds / ((long)batches * Batch);
    }

    /// <summary>No channel at all: the await alone.</summary>
    private static async Task<Sample> Completed(int count)
    {
        Task<long>[] tasks = [.. Enumerable.Range(0, Batch).Select(static _ => Task.FromResult(1L))];
        double nanoseconds = 0;
        int batches = (count / Batch) + 1;
        for (int batch = 0; batch < batches; batch++)
        {
            long sum = 0;
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Batch; i++)
            {
                sum += await tasks[i];
            }

            nanoseconds += Sample.Nanoseconds(start);
            Check.Equal(Batch, sum, "the sum of the values");
        }

        return nanoseconds / ((long)batches * Batch);
    }
}
