using System.Collections.Immutable;
using Troops;

namespace WordIndex.Discovery;

/// <summary>
/// Finds every file below the given paths. Links are followed, as <c>find -L</c> does; a link that leads nowhere, or back to where it was reached from,
/// is a <see cref="Problem"/>, not the end.
/// </summary>
/// <remarks>Mutable and without a lock: a finder is confined to the thread that made it.</remarks>
internal sealed partial class FileFinder
{
    /// <summary>Hidden files count too, and what may not be read is to be reported, not passed over.</summary>
    private readonly EnumerationOptions everyEntry = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly List<SourceFile> files = [];
    private readonly List<Problem> problems = [];
    private readonly Stack<Folder> pending = new();
    private int emptyFiles;

    private int Found => files.Count + emptyFiles + problems.Count;

    [TroopTask]
    public static async TroopTask<FileList> Find(ImmutableArray<string> paths, CancellationToken cancellation)
    {
        FileFinder finder = new();
        foreach (string path in paths)
        {
            await finder.FindBelow(path, cancellation);
        }

        // Largest first: the last file to be read is then a small one, and no worker is left alone with a big one at the end.
        return new FileList(
            [.. finder.files.OrderByDescending(file => file.Length).ThenBy(file => file.Path, StringComparer.Ordinal)],
            finder.emptyFiles,
            [.. finder.problems]
        );
    }

    [TroopTask]
    private async TroopTask FindBelow(string path, CancellationToken cancellation)
    {
        int before = Found;
        AddGiven(path);
        while (pending.TryPop(out Folder? folder))
        {
            cancellation.ThrowIfCancellationRequested();
            AddEntries(folder);
            await TroopTask.Yield();
        }

        if (Found == before)
        {
            problems.Add(new Problem(path, "an empty directory: no file below it"));
        }
    }

    private void AddEntries(Folder folder)
    {
        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder.CanonicalPath).EnumerateFileSystemInfos("*", everyEntry))
            {
                string path = Path.Combine(folder.Path, entry.Name);
                if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    AddLink(path, folder);
                }
                else if (entry is FileInfo file)
                {
                    AddFile(path, file.Length);
                }
                else
                {
                    AddFolder(new Folder(path, entry.FullName, folder));
                }
            }
        }
        catch (Exception e) when (Problem.IsCause(e))
        {
            problems.Add(Problem.Of(folder.Path, e));
        }
    }

    private void AddGiven(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                AddFolder(new Folder(path, CanonicalPath.Of(path), Parent: null));
            }
            else
            {
                // Whatever else it is, or if it is nothing at all, shows when it is opened. A pipe in /dev/fd, say, links to what has no place in the file system.
                FileInfo target = new(path);
                if (target.LinkTarget is not null)
                {
                    target = new FileInfo(CanonicalPath.Of(path));
                }

                files.Add(new SourceFile(path, target.Exists ? target.Length : 0));
            }
        }
        catch (Exception e) when (Problem.IsCause(e))
        {
            problems.Add(Problem.Of(path, e));
        }
    }

    private void AddLink(string path, Folder parent)
    {
        try
        {
            string canonical = CanonicalPath.Of(path);
            if (Directory.Exists(canonical))
            {
                AddFolder(new Folder(path, canonical, parent));
            }
            else
            {
                AddFile(path, new FileInfo(canonical).Length);
            }
        }
        catch (Exception e) when (Problem.IsCause(e))
        {
            problems.Add(Problem.Of(path, e));
        }
    }

    private void AddFolder(Folder folder)
    {
        if (folder.Parent?.IsInside(folder.CanonicalPath) == true)
        {
            problems.Add(new Problem(folder.Path, $"leads back to {folder.CanonicalPath}, which it is in"));
        }
        else
        {
            pending.Push(folder);
        }
    }

    private void AddFile(string path, long length)
    {
        // Pipes and devices report no length, and opening one could wait for ever. An empty file has no words either way.
        if (length == 0)
        {
            emptyFiles++;
        }
        else
        {
            files.Add(new SourceFile(path, length));
        }
    }
}
