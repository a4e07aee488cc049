// Singletons of other assemblies.
using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
static class Users
{
    internal static object? Shared(string s)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(16);
        int n = Random.Shared.Next() + EqualityComparer<string>.Default.GetHashCode(s) + Comparer<int>.Default.Compare(1, 2) + StringComparer.Ordinal.GetHashCode(s);
        n += Encoding.UTF8.GetByteCount(s) + Encoding.Default.GetByteCount(s) + rented.Length + s.ToUpper(CultureInfo.InvariantCulture).Length;
        n += TimeProvider.System.GetUtcNow().Year + DateTime.Now.Year + string.Empty.Length + Type.EmptyTypes.Length + Math.Max(int.MaxValue, 3);
        Console.Out.WriteLine(Path.DirectorySeparatorChar);
        n += s.Length + CancellationToken.None.GetHashCode() + Task.CompletedTask.Id + EventArgs.Empty.GetHashCode() + Stream.Null.ReadByte();
        return JsonSerializer.Serialize(n, JsonSerializerOptions.Default) + nameof(Activity.Current) + RegexOptions.None;
    }
}
//---
using System.ComponentModel;
using System.Net;
static class Users
{
    internal static object? Use() => WebRequest.DefaultWebProxy;
    internal static object? Proxy() => HttpClient.DefaultProxy;
}
//---
using Troops;
using System.Net.Http;
static class Users
{
    internal static bool Has() => Newest.Library.Instance is null;
}
namespace Newest { [TroopsOutside("a test")] sealed class Library { internal static Library Instance { get; } = new(); internal int N { get; set; } } }
