namespace Troops.Tests.Scheduling;

/// <summary>
/// Two kernel threads that do one thing each at nearly the same moment, again and again. Who comes first is varied by a few nanoseconds each round, so that every order of their
/// steps is met; a barrier of the kernel would set them microseconds apart.
/// </summary>
internal static class Duel
{
    private const int Offsets = 200;

    /// <param name="rounds">How often.</param>
    /// <param name="prepare">On the caller's kernel thread, before each round.</param>
    /// <param name="mine">On the caller's kernel thread.</param>
    /// <param name="theirs">On the other one.</param>
    /// <param name="isRight">On the caller's, after both.</param>
    /// <param name="giveUp">Ends a duel whose other side does not come back.</param>
    /// <returns>The rounds that went wrong.</returns>
    internal static int Run(int rounds, Action<int> prepare, Action<int> mine, Action<int> theirs, Func<int, bool> isRight, CancellationToken giveUp)
    {
        int begun = 0;
        int ended = 0;
        Thread other = new(() =>
        {
            for (int round = 1; round <= rounds && WaitFor(ref begun, round, giveUp); round++)
            {
                Dawdle(ref begun, round % Offsets);
                theirs(round);
                Volatile.Write(ref ended, round);
            }
        });
        other.Start();
        int wrong = 0;
        for (int round = 1; round <= rounds; round++)
        {
            prepare(round);
            Volatile.Write(ref begun, round);
            Dawdle(ref ended, round / Offsets % Offsets);
            mine(round);
            if (!WaitFor(ref ended, round, giveUp))
            {
                break;
            }

            wrong += isRight(round) ? 0 : 1;
        }

        giveUp.ThrowIfCancellationRequested();
        other.Join();
        return wrong;
    }

    /// <summary>About a nanosecond a step; Thread.SpinWait is too coarse.</summary>
    private static void Dawdle(ref int word, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            Volatile.Read(ref word);
        }
    }

    private static bool WaitFor(ref int word, int round, CancellationToken giveUp)
    {
        SpinWait spin = default;
        while (Volatile.Read(ref word) != round)
        {
            if (giveUp.IsCancellationRequested)
            {
                return false;
            }

            // Never longer than a yield: a kernel thread that slept would come a millisecond late.
            spin.SpinOnce(sleep1Threshold: -1);
        }

        return true;
    }
}
