namespace Troops.Tests.Package;

/// <summary>The races of the textbooks, a file each: whoever writes one in a fresh project is told so in that file.</summary>
internal static class Races
{
    internal static readonly (string Path, string Text)[] Files =
    [
        (
            "CapturedList.cs",
            """
            internal static class CapturedList
            {
                public static async Task<int> Run()
                {
                    List<int> numbers = [];
                    Task work = Task.Run(() => numbers.Add(1));
                    numbers.Add(2);
                    await work;
                    return numbers.Count;
                }
            }
            """
        ),
        (
            "CapturedCounter.cs",
            """
            internal static class CapturedCounter
            {
                public static async Task<int> Run()
                {
                    int count = 0;
                    await Task.WhenAll(Task.Run(() => count++), Task.Run(() => count++));
                    return count;
                }
            }
            """
        ),
        (
            "SentAndUsed.cs",
            """
            using System.Text;
            using System.Threading.Channels;

            internal sealed class SentAndUsed(ChannelWriter<StringBuilder> channel)
            {
                public async Task Run()
                {
                    StringBuilder text = new("first");
                    await channel.WriteAsync(text);
                    text.Append("second");
                }
            }
            """
        ),
        (
            "SharedLocal.cs",
            """
            using Troops;

            internal static class SharedLocal
            {
                public static async TroopTask<int> Run()
                {
                    int turn = 0;
                    TroopThread first = TroopThread.Start(() => turn = 1);
                    TroopThread second = TroopThread.Start(() => turn = 2);
                    await first.Join();
                    await second.Join();
                    return turn;
                }
            }
            """
        ),
        (
            "StaticList.cs",
            """
            internal static class StaticList
            {
                private static readonly List<string> Names = [];
                public static void Add(string name) => Names.Add(name);
            }
            """
        ),
        (
            "StaticEvent.cs",
            """
            internal static class StaticEvent
            {
                public static event EventHandler? Changed;
                public static void Change() => Changed?.Invoke(null, EventArgs.Empty);
            }
            """
        ),
        (
            "TimerCallback.cs",
            """
            internal sealed class TimerCallback : IDisposable
            {
                private readonly Timer timer;
                private int ticks;

                public TimerCallback() => timer = new Timer(_ => ticks++, null, 0, 10);
                public int Ticks => ticks;
                public void Dispose() => timer.Dispose();
            }
            """
        ),
        (
            "ParallelSum.cs",
            """
            internal static class ParallelSum
            {
                public static long Run()
                {
                    long sum = 0;
                    Parallel.For(0, 1_000, number => sum += number);
                    return sum;
                }
            }
            """
        ),
        (
            "ParallelQuery.cs",
            """
            internal static class ParallelQuery
            {
                public static int Run()
                {
                    HashSet<int> seen = [];
                    return Enumerable.Range(0, 1_000).AsParallel().Count(number => seen.Add(number % 10));
                }
            }
            """
        ),
        (
            "PoolState.cs",
            """
            internal static class PoolState
            {
                public static Dictionary<string, int> Run()
                {
                    Dictionary<string, int> words = [];
                    ThreadPool.QueueUserWorkItem(static state => ((Dictionary<string, int>)state!)["a"] = 1, words);
                    words["b"] = 2;
                    return words;
                }
            }
            """
        ),
        (
            "AmbientCart.cs",
            """
            internal static class AmbientCart
            {
                private static readonly AsyncLocal<List<string>> Current = new();

                public static void Add(string good)
                {
                    Current.Value ??= [];
                    Current.Value.Add(good);
                }
            }
            """
        ),
        (
            "SharedResult.cs",
            """
            using Troops;

            internal static class SharedResult
            {
                public static async TroopTask Run(Task<List<int>> loading)
                {
                    TroopThread sorting = TroopThread.Start(async TroopTask () => (await loading).Sort());
                    (await loading).Add(1);
                    await sorting.Join();
                }
            }
            """
        ),
        (
            "LazyQuery.cs",
            """
            internal static class LazyQuery
            {
                public static Task<int> Run(List<int> numbers)
                {
                    IEnumerable<int> large = numbers.Where(static number => number > 10);
                    Task<int> sum = Task.Run(() => large.Sum());
                    numbers.Add(11);
                    return sum;
                }
            }
            """
        ),
        (
            "LeakedThis.cs",
            """
            using Troops;

            [Immutable]
            internal sealed class LeakedThis
            {
                private readonly int value;

                public LeakedThis(Action<LeakedThis> register)
                {
                    register(this);
                    value = 1;
                }

                public int Value => value;
            }
            """
        ),
        (
            "CancelCallback.cs",
            """
            internal static class CancelCallback
            {
                public static List<int> Run(CancellationToken cancellation)
                {
                    List<int> list = [];
                    cancellation.Register(() => list.Add(1));
                    list.Add(2);
                    return list;
                }
            }
            """
        ),
        (
            "ProgressReport.cs",
            """
            internal static class ProgressReport
            {
                public static IProgress<int> Run(List<int> steps)
                {
                    IProgress<int> progress = new Progress<int>(steps.Add);
                    progress.Report(1);
                    steps.Clear();
                    return progress;
                }
            }
            """
        ),
        (
            "AsyncHelper.cs",
            """
            using Troops;

            internal static class AsyncHelper
            {
                public static async TroopTask<int> Run()
                {
                    List<string> lines = [];
                    Task reading = Read(lines);
                    lines.Add("own");
                    await reading;
                    return lines.Count;
                }

                private static async Task Read(List<string> lines)
                {
                    await Task.Delay(10);
                    lines.Add("read");
                }
            }
            """
        ),
        (
            "CountingComparer.cs",
            """
            using System.Collections.Immutable;
            using Troops;

            [Immutable]
            internal sealed class CountingComparer
            {
                private readonly ImmutableDictionary<string, int> ages = ImmutableDictionary.Create<string, int>(new Counting());
                public bool Knows(string name) => ages.ContainsKey(name);

                private sealed class Counting : IEqualityComparer<string>
                {
                    private int calls;
                    public bool Equals(string? x, string? y) => ++calls > 0 && x == y;
                    public int GetHashCode(string text) => text.Length;
                }
            }
            """
        ),
        (
            "WrappedArray.cs",
            """
            using System.Collections.Immutable;
            using System.Runtime.InteropServices;

            internal static class WrappedArray
            {
                public static ImmutableArray<int> Run()
                {
                    int[] numbers = [1, 2, 3];
                    ImmutableArray<int> wrapped = ImmutableCollectionsMarshal.AsImmutableArray(numbers);
                    numbers[0] = 4;
                    return wrapped;
                }
            }
            """
        ),
    ];
}
