namespace Troops.Tests.Support;

/// <summary>Misuse throws at once, with a message that names the mistake and the remedy.</summary>
internal static class Expect
{
    [TroopTask]
    internal static TroopTask AwaitedTwice(Func<TroopTask> mistake) => Mistake(mistake, "once only", "Keep its result");

    [TroopTask]
    internal static TroopTask ForeignTask(Func<TroopTask> mistake) => Mistake(mistake, "belongs to another thread", "AsTask()");

    /// <summary>The task ends because <paramref name="token"/> was cancelled.</summary>
    [TroopTask]
    internal static async TroopTask Cancelled(TroopTask task, CancellationToken token)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException cancelled)
        {
            Assert.That(cancelled.CancellationToken, Is.EqualTo(token));
            return;
        }

        Assert.Fail("It was not cancelled.");
    }

    internal static void Names(Exception? mistake, params string[] words)
    {
        Assert.That(mistake, Is.InstanceOf<InvalidOperationException>());
        foreach (string word in words)
        {
            Assert.That(mistake!.Message, Does.Contain(word));
        }
    }

    [TroopTask]
    private static async TroopTask Mistake(Func<TroopTask> mistake, params string[] words)
    {
        Exception? thrown = null;
        try
        {
            await mistake();
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        Names(thrown, words);
    }
}
