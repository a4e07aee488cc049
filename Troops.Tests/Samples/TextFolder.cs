using System.Text;

namespace Troops.Tests.Samples;

/// <summary>A directory of text files that is gone at the end of the test.</summary>
internal sealed class TextFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("troops-").FullName;

    /// <summary>Writes a file, and the directories on the way to it.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Write(name, [.. encoding.Preamble, .. encoding.GetBytes(text)]);
    }

    public string Write(string name, byte[] bytes)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string MakeDirectory(string name) => Directory.CreateDirectory(PathOf(name)).FullName;

    public string Link(string name, string target) => File.CreateSymbolicLink(PathOf(name), target).FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
