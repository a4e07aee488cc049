namespace Troops.Benchmarks.Document;

/// <summary>The checkout that this program was built in: its page is written, and its sources are measured.</summary>
internal static class Checkout
{
    internal static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Troops.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Troops.sln above {AppContext.BaseDirectory}: this works only in a checkout.");
    }
}
