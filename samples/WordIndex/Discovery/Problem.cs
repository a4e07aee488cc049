using Troops;

namespace WordIndex.Discovery;

/// <summary>A path that is not counted, and why.</summary>
[Immutable]
internal sealed record Problem(string Path, string Reason)
{
    /// <summary>Whether an exception says no more than that a path cannot be read; anything else is a defect of this program.</summary>
    public static bool IsCause(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>In a few words, without the path that the messages of .NET repeat.</summary>
    public static Problem Of(string path, Exception cause) =>
        new(
            path,
            cause switch
            {
                UnauthorizedAccessException => "access denied",
                FileNotFoundException or DirectoryNotFoundException => new FileInfo(path).LinkTarget is { } target
                    ? $"a dangling link to {target}"
                    : "no such file or directory",
                _ => cause.Message,
            }
        );
}
