namespace WordIndex.Discovery;

/// <summary>A directory on the way down from a given path: as it is shown, where it really is, and what it was reached through.</summary>
internal sealed record Folder(string Path, string CanonicalPath, Folder? Parent)
{
    /// <summary>Whether the directory at <paramref name="canonicalPath"/> is this one or one that this was reached through.</summary>
    public bool IsInside(string canonicalPath)
    {
        for (Folder? folder = this; folder is not null; folder = folder.Parent)
        {
            if (string.Equals(folder.CanonicalPath, canonicalPath, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
