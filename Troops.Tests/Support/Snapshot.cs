using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Troops.Tests.House;

namespace Troops.Tests.Support;

/// <summary>
/// Compares a text with <c>_snapshots/Class.Method.verified.txt</c>, as Verify does. On a mismatch the text is written beside it as <c>.received.txt</c>, and the failure shows what differs.
/// </summary>
/// <remarks>To accept what was received: run the tests with <c>TROOPS_ACCEPT_SNAPSHOTS=1</c>. Where CI is set, as build servers do, it is ignored.</remarks>
internal static class Snapshot
{
    private const string Accept = "TROOPS_ACCEPT_SNAPSHOTS";

    internal static void Verify(string received, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        string stem = Repository.FullPath($"Troops.Tests/_snapshots/{Path.GetFileNameWithoutExtension(file)}.{method}");
        Compare(received, $"{stem}.verified.txt", $"{stem}.received.txt");
    }

    /// <summary>The same for a file of the repository that is made from something else in it: <paramref name="path"/> is that file.</summary>
    internal static void VerifyFile(string received, string path) => Compare(received, Repository.FullPath(path), $"{Repository.FullPath(path)}.received");

    private static void Compare(string received, string verifiedPath, string receivedPath)
    {
        string text = Normal(received);
        string verified = File.Exists(verifiedPath) ? Normal(File.ReadAllText(verifiedPath)) : "";
        if (text == verified)
        {
            File.Delete(receivedPath);
            return;
        }

        if (MayAccept)
        {
            File.WriteAllText(verifiedPath, text);
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, text);
        Assert.Fail($"{verifiedPath} says otherwise (- verified, + received; {Accept}=1 accepts):\n{Difference(verified, text)}");
    }

    private static bool MayAccept => Environment.GetEnvironmentVariable(Accept) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string Difference(string verified, string received)
    {
        StringBuilder lines = new();
        foreach (DiffPiece line in InlineDiffBuilder.Diff(verified, received).Lines)
        {
            string? sign = line.Type switch
            {
                ChangeType.Inserted => "+ ",
                ChangeType.Deleted => "- ",
                _ => null,
            };
            if (sign is not null)
            {
                lines.Append(sign).AppendLine(line.Text);
            }
        }

        return lines.ToString();
    }
}
