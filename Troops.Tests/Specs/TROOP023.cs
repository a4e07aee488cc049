// What idiomatic code takes from .NET.
using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection.Emit;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
static class Users
{
    internal static object? Use(string s)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(16);
        int n = Random.Shared.Next() + EqualityComparer<string>.Default.GetHashCode(s) + Comparer<int>.Default.Compare(1, 2) + StringComparer.Ordinal.GetHashCode(s);
        n += Encoding.UTF8.GetByteCount(s) + Encoding.Default.GetByteCount(s) + rented.Length + s.ToUpper(CultureInfo.InvariantCulture).Length + s.ToLower(CultureInfo.CurrentCulture).Length;
        n += TimeProvider.System.GetUtcNow().Year + DateTime.Now.Year + string.Empty.Length + Type.EmptyTypes.Length + Math.Max(int.MaxValue, 3);
        Console.Out.WriteLine(Path.DirectorySeparatorChar);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        n += OpCodes.Add.Size + CancellationToken.None.GetHashCode() + Task.CompletedTask.Id + EventArgs.Empty.GetHashCode() + Stream.Null.ReadByte();
        n += Thread.CurrentThread.ManagedThreadId + Environment.ProcessId + IntPtr.Zero.GetHashCode() + ReadOnlyMemory<byte>.Empty.Length + MemoryPool<byte>.Shared.MaxBufferSize; //! TROOP063 [ManagedThreadId] 'Thread.ManagedThreadId' is about kernel threads, which keep none of the promises of Troops; let a thread of Troops do the work, and hand over what it finds through a Channel<T>
        Activity.Current?.SetTag("n", n);
        return JsonSerializer.Serialize(n, JsonSerializerOptions.Default) + nameof(SynchronizationContext.Current) + nameof(System.ComponentModel.CategoryAttribute.Default) + RegexOptions.None;
    }
    internal static ImmutableArray<T> None<T>() => ImmutableArray<T>.Empty;
    internal static ImmutableList<StringBuilder> Builders() => ImmutableList<StringBuilder>.Empty;
    internal static bool Same<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);
}
//---
// What is mutable, and everybody's.
using System.ComponentModel;
static class Users
{
    internal static object Take() => CategoryAttribute.Default; //! TROOP023 [CategoryAttribute.Default] Every thread can reach CategoryAttribute.Default -> CategoryAttribute (from another assembly, where nothing says that it is immutable), of 'System.ComponentModel.Primitives', which is not checked; make an object for each thread, or name 'System.ComponentModel.CategoryAttribute.Default' in a *.troops.txt file if threads may share it
    internal static string Name() => DescriptionAttribute.Default.Description; //! TROOP023 [DescriptionAttribute.Default] Every thread can reach DescriptionAttribute.Default -> DescriptionAttribute (from another assembly, where nothing says that it is immutable), of 'System.ComponentModel.Primitives', which is not checked; make an object for each thread, or name 'System.ComponentModel.DescriptionAttribute.Default' in a *.troops.txt file if threads may share it
    internal static object? Principal() => System.Security.Claims.ClaimsPrincipal.Current?.Identity; //! TROOP023 [System.Security.Claims.ClaimsPrincipal.Current] Every thread can reach ClaimsPrincipal.Current -> ClaimsPrincipal (mutable), of 'System.Security.Claims', which is not checked; make an object for each thread, or name 'System.Security.Claims.ClaimsPrincipal.Current' in a *.troops.txt file if threads may share it
    static readonly object kept = System.Xml.Xsl.XsltSettings.Default; //! TROOP020 [System.Xml.Xsl.XsltSettings.Default] Every thread can reach Users.kept -> XsltSettings (from another assembly, where nothing says that it is immutable); use a type that is known to be immutable, or name this one in a *.troops.txt file, or give each thread its own with a ThreadState<XsltSettings> of Troops.Sharing //! TROOP023 [System.Xml.Xsl.XsltSettings.Default] Every thread can reach XsltSettings.Default -> XsltSettings (from another assembly, where nothing says that it is immutable), of 'System.Xml.ReaderWriter', which is not checked; make an object for each thread, or name 'System.Xml.Xsl.XsltSettings.Default' in a *.troops.txt file if threads may share it
    internal static object Kept => kept;
}
//---
// One's own are TROOP020's; those of the runtime are checked; somebody vouches, or the code stands outside.
using System.ComponentModel;
using Troops;
sealed class Own { internal static Own Instance { get; } = new(); internal int N { get; } }
static class Users
{
    internal static int Mine() => Own.Instance.N;
    internal static int Ours() => Troops.Sharing.Channel.Unbounded.GetHashCode() + (TroopThread.Current is null ? 0 : 1);
    [Audited("me", "read alone", "2099-12-31")] internal static object Vouched() => CategoryAttribute.Default;
}
[TroopsOutside("a test")] static class Outside { internal static object Take() => CategoryAttribute.Default; }
