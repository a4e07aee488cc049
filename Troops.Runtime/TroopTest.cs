using Troops.Tasks;

namespace Troops;

/// <summary>Runs a test in a process of its own, in virtual time, and lets nothing slip through: for NUnit and whatever else awaits a <see cref="Task"/>.</summary>
/// <remarks>
/// <b>Time</b> stands still while anything runs. When every worker is idle, nothing is queued and no <see cref="Blocking"/> call runs, it jumps to the earliest deadline: a delay of an hour takes
/// no time, delays end in the order of their deadlines, equal ones in the order in which they were begun. While a task awaits something foreign (a <see cref="Task"/> of ordinary code, say)
/// a jump waits 50 ms of real time for it. Delays of ordinary code are real.
/// <para>
/// <b>The end.</b> When the body's thread has ended, every other thread gets its chance to run until it ends or waits, at the time that it is then. The test fails with a
/// <see cref="TroopTestException"/> that names each one if threads are left, or faults that nobody has observed or joined. What the body throws comes out itself; leaks and faults besides it stand in its
/// <see cref="Exception.Data"/> under "Troops".
/// </para>
/// <para>
/// <b>Hanging.</b> When nothing can happen any more, for want of timers, calls and foreign awaits, the test fails after <see cref="TroopTestOptions.DeadlockAfter"/>; in any case after
/// <see cref="TroopTestOptions.Limit"/>. Both say what runs and what waits for what.
/// </para>
/// The model for the time is Tokio's <c>start_paused</c>. Thread-safe: tests may run beside each other.
/// </remarks>
/// <example><code>
/// [Test]
/// public Task A_page_that_does_not_come_is_given_up() => TroopTest.Run(async () =>
/// {
///     TroopTask&lt;Page&gt; page = Fetch(slow).WithTimeout(TimeSpan.FromMinutes(5));
///     ...
/// });
/// </code></example>
public static class TroopTest
{
    /// <summary>Runs <paramref name="body"/> in a thread.</summary>
    /// <exception cref="TroopTestException">Threads were leaked, faults were not observed, or the test hangs.</exception>
    public static Task Run([ThreadEntry] Func<TroopTask> body, TroopTestOptions? options = null) => Run((Delegate)body, options);

    /// <inheritdoc cref="Run(Func{TroopTask}, TroopTestOptions)"/>
    public static Task Run([ThreadEntry] Action body, TroopTestOptions? options = null) => Run((Delegate)body, options);

    private static Task Run(Delegate body, TroopTestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new TroopTestRun(options ?? TroopTestOptions.Default).Run(body);
    }
}
