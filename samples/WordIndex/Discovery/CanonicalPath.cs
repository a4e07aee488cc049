namespace WordIndex.Discovery;

/// <summary>Where a path leads once every link in it is followed: two paths lead to one directory if these are equal.</summary>
/// <remarks>
/// <see cref="FileSystemInfo.ResolveLinkTarget"/> is not enough: it follows the last part of a path only, and takes <c>..</c> back over a link's name
/// where the operating system goes up from the link's target.
/// </remarks>
internal static class CanonicalPath
{
    /// <summary>The limit of Linux; a path with more links is a ring of links in all likelihood.</summary>
    private const int MaxLinks = 40;

    /// <exception cref="IOException">The path goes through too many links, or cannot be examined.</exception>
    public static string Of(string path)
    {
        string root = Path.GetPathRoot(Path.GetFullPath(path))!;
        string current = root;
        int links = 0;

        Stack<string> pending = new();
        PushParts(pending, path);
        if (!Path.IsPathRooted(path))
        {
            PushParts(pending, Environment.CurrentDirectory);
        }

        while (pending.TryPop(out string? part))
        {
            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? root;
                continue;
            }

            string next = Path.Combine(current, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new IOException($"a ring of links: more than {MaxLinks} on the way");
            }

            if (Path.IsPathRooted(target))
            {
                current = Path.GetPathRoot(target)!;
            }

            PushParts(pending, target);
        }

        return current;
    }

    private static void PushParts(Stack<string> pending, string path)
    {
        string relative = path[(Path.GetPathRoot(path)?.Length ?? 0)..];
        string[] parts = relative.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts.Reverse().Where(part => part != "."))
        {
            pending.Push(part);
        }
    }
}
