using Microsoft.CodeAnalysis;
using Troops.Tests.Support;

namespace Troops.Tests.Generators.Tasks;

[Category("Snapshot")]
internal sealed class CopySnapshotTests
{
    [Test]
    public void A_task_with_loops_calls_and_lambdas() =>
        Verify(
            """
            using Troops;
            using Troops.Sharing;

            namespace Shop;

            internal static partial class Orders
            {
                /// <summary>Adds up what comes.</summary>
                [TroopTask]
                public static async TroopTask<int> Sum(Channel<int> numbers, int limit = 10)
                {
                    int sum = 0;
                    await foreach (int number in numbers)
                    {
                        sum += number;
                    }

                    while (sum > limit)
                        sum -= await Step(sum);

                    // Started, and awaited later.
                    TroopTask<int> later = Step(sum);
                    Func<int, int> half = static n =>
                    {
                        while (n > 10)
                        {
                            n /= 2;
                        }

                        return n;
                    };
                    lock (numbers)
                    {
                        for (int i = 0; i < 3; i++)
                        {
                            sum++;
                        }
                    }

                    return half(sum) + await later;
                }

                private static async TroopTask<int> Step(int n) => n / 2;
            }
            """
        );

    [Test]
    public void Calls_from_code_that_is_no_task() =>
        Verify(
            """
            using Troops;

            namespace Shop;

            internal partial class Host<T>
                where T : class
            {
                private int rounds;

                [TroopTask]
                internal async TroopTask<T?> Find(T? wanted)
                {
                    await TroopTask.Yield();
                    return wanted;
                }
            }

            internal static partial class Program
            {
                private static void Main()
                {
                    TroopThread.Start(() => new Host<string>().Find("x"));
                    TroopThread.Start(() =>
                    {
                        TroopTask<string?> found = new Host<string>().Find("x");
                        return found;
                    });
                    TroopThread.Start(async () =>
                    {
                        while (true)
                        {
                            await new Host<string>().Find(null);
                        }
                    });
                }
            }
            """
        );

    [Test]
    public void Loops_that_are_functions() =>
        Verify(
            """
            using Troops;

            namespace Shop;

            internal sealed partial class Prices(int rounds)
            {
                private int seen;

                [TroopTask]
                internal async TroopTask<double> Best(double[] prices)
                {
                    double best = 0;
                    for (int i = 0, j = prices.Length - 1; i < j; i++, j--)
                    {
                        if (prices[i] < 0)
                        {
                            continue;
                        }

                        best += prices[i] - prices[j]; // both ends
                    }

                    while (best > 10 && prices is [var first, ..])
                        best -= first;
                    int left = 3;
                    do
                    {
                        seen++;
                    } while (--left > 0);

                    // An inner one, and one that uses what is captured.
                    try
                    {
                        for (int i = 0; i < rounds; i++)
                        {
                            double price;
                            while ((price = prices[left]) > best)
                                left++;
                        }
                    }
                    catch (IndexOutOfRangeException)
                    {
                        return left;
                    }

                    await TroopTask.Yield();
                    while (true)
                    {
                        if (prices[++left] > best)
                        {
                            return best;
                        }
                    }
                }
            }
            """,
            OptimizationLevel.Release
        );

    private static void Verify(
        string program,
        OptimizationLevel level = OptimizationLevel.Debug,
        [System.Runtime.CompilerServices.CallerMemberName] string method = ""
    )
    {
        Compilation compilation = TasksRun.Of(("Orders.cs", program));
        Compilation output = TasksRun.Compile(compilation.WithOptions(compilation.Options.WithOptimizationLevel(level)));
        Assert.That(output.GetDiagnostics().Where(static problem => problem.Severity == DiagnosticSeverity.Error), Is.Empty);
        Assert.That(TasksRun.Problems(output), Is.Empty);
        Snapshot.Verify(TasksRun.Text(output), method: method);
    }
}
