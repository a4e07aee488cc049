using WordIndex.Discovery;

namespace WordIndex.Output;

/// <summary>What goes to the console, outside the progress bar.</summary>
internal static class Messages
{
    public static void Write(Problem problem) => Write($"{problem.Path}: {problem.Reason}");

    /// <summary>
    /// Writes a line to standard error. A path may hold any character; one that would end the line or drive the terminal is shown as a question mark.
    /// </summary>
    public static void Write(string message) =>
        Console.Error.WriteLine("WordIndex: " + string.Concat(message.Select(character => char.IsControl(character) ? '?' : character)));

    /// <summary>Writes the answer to standard output, which may be a full disk; false if it could not be written.</summary>
    public static bool TryAnswer(string answer)
    {
        try
        {
            Console.Out.Write(answer);
            return true;
        }
        catch (IOException e)
        {
            Write($"standard output: {e.Message}");
            return false;
        }
    }
}
