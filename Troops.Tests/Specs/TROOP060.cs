// One diagnostic for each stretch of unsafe code that has pointers.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
unsafe sealed class InType
{
    int plain;
    int* start; //! TROOP060 [start] Unsafe code in 'InType.start' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    delegate*<void> function; //! TROOP060 [function] Unsafe code in 'InType.function' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    internal int Plain() => plain + sizeof(int);
    internal void Both() { *start = 1; function(); unsafe { *start = 2; } } //! TROOP060 [Both] Unsafe code in 'InType.Both' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    internal int this[int index] => start[index]; //! TROOP060 [this] Unsafe code in 'InType.this' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    internal int Property => *start; //! TROOP060 [Property] Unsafe code in 'InType.Property' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
}
static class InMembers
{
    static unsafe void Write(string text) { fixed (char* c = text) { *c = '!'; } } //! TROOP060 [Write] Unsafe code in 'InMembers.Write' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    internal static void Block(string text)
    {
        unsafe { fixed (char* c = text) { *c = '!'; c[1] = '?'; } } //! TROOP060 [unsafe] Unsafe code in 'InMembers.Block' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
        unsafe { int* stack = stackalloc int[4]; *stack = 1; } //! TROOP060 [unsafe] Unsafe code in 'InMembers.Block' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
        unsafe void Local(int* p) => *p = 1; //! TROOP060 [Local] Unsafe code in 'Local' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
        Write(text);
    }
    internal static unsafe int Size() => sizeof(Guid);
    internal static int Sizes() { unsafe { return sizeof(DateTime); } }
    internal static int Span() { Span<int> span = stackalloc int[4]; return span.Length; }
    internal static void Found() { unsafe { var p = Find(); p[0] = 1; } } //! TROOP060 [unsafe] Unsafe code in 'InMembers.Found' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
    static unsafe int* Find() => null; //! TROOP060 [Find] Unsafe code in 'InMembers.Find' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
}
//---
// What reinterprets memory, and what only reads.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
static class Calls
{
    internal static string Cast(object o) => Unsafe.As<string>(o); //! TROOP060 [Unsafe.As<string>] 'Unsafe.As' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    internal static void Write(in int place) => Unsafe.AsRef(in place) = 1; //! TROOP060 [Unsafe.AsRef] 'Unsafe.AsRef' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    internal static Span<char> Text(string text) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(text.AsSpan()), text.Length); //! TROOP060 [MemoryMarshal.CreateSpan] 'MemoryMarshal.CreateSpan' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited] //! TROOP060 [MemoryMarshal.GetReference] 'MemoryMarshal.GetReference' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    internal static Span<int> Items(List<int> list) => CollectionsMarshal.AsSpan(list); //! TROOP060 [CollectionsMarshal.AsSpan] 'CollectionsMarshal.AsSpan' can write what the compiler takes for immutable, or let an object pass for another; use the collection's own members
    internal static ImmutableArray<int> Wrap(int[] items) => ImmutableCollectionsMarshal.AsImmutableArray(items); //! TROOP060 [ImmutableCollectionsMarshal.AsImmutableArray] 'ImmutableCollectionsMarshal.AsImmutableArray' can write what the compiler takes for immutable, or let an object pass for another; copy the elements, as ImmutableArray.Create and ToArray do
    internal static Func<object, string> Group() => Unsafe.As<string>; //! TROOP060 [Unsafe.As<string>] 'Unsafe.As' can write what the compiler takes for immutable, or let an object pass for another; use types that say what is done, or vouch for the member with [Audited]
    internal static int Size<T>() => Unsafe.SizeOf<T>();
    internal static ReadOnlySpan<byte> Bytes(ReadOnlySpan<int> numbers) => MemoryMarshal.AsBytes(numbers);
    internal static int Read(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<int>(bytes) + MemoryMarshal.Cast<byte, int>(bytes).Length;
    internal static string Name() => nameof(Unsafe.As);
}
//---
// Not in code that stands outside, nor where somebody vouches for it.
using System.Runtime.CompilerServices;
using Troops;
[TroopsOutside("talks to the graphics card")]
static unsafe class Outside { internal static void Write(int* p) => *p = 1; internal static string Cast(object o) => Unsafe.As<string>(o); }
static class Vouched
{
    [Audited("me", "reads only", "2099-12-31")] internal static unsafe int Read(int* p) => *p;
    [Audited("me", "reads only", "2099-12-31")] internal static int Block(string text) { unsafe { fixed (char* c = text) { return *c; } } }
    [Audited("me", "is one", "2099-12-31")] internal static string Cast(object o) => Unsafe.As<string>(o);
}
//---
// Setters of what counts as immutable; to read is fine.
using System.Net;
using System.Text;
static class Setters
{
    internal static void Use(Encoding encoding, IPAddress address)
    {
        Encoding clone = (Encoding)encoding.Clone();
        clone.EncoderFallback = EncoderFallback.ExceptionFallback; //! TROOP060 [EncoderFallback] 'Encoding.EncoderFallback' can write what the compiler takes for immutable, or let an object pass for another; give the fallbacks to Encoding.GetEncoding
        clone.DecoderFallback = new DecoderReplacementFallback("?"); //! TROOP060 [DecoderFallback] 'Encoding.DecoderFallback' can write what the compiler takes for immutable, or let an object pass for another; give the fallbacks to Encoding.GetEncoding
        address.ScopeId = 5; //! TROOP060 [ScopeId] 'IPAddress.ScopeId' can write what the compiler takes for immutable, or let an object pass for another; make another address, new IPAddress(bytes, scope)
        GC.KeepAlive((clone.EncoderFallback, clone.DecoderFallback, address.ScopeId));
    }
}
//---
// References in one place.
using System.Runtime.InteropServices;
sealed class Mutable { internal int N; }
sealed class Frozen { internal readonly int N; }
struct Holder { internal Mutable? Of; }
[StructLayout(LayoutKind.Explicit)] struct Same { [FieldOffset(0)] internal Mutable? M; [FieldOffset(0)] internal Frozen? F; [FieldOffset(8)] internal int N; } //! TROOP060 [F] 'Same.F', which may lie where 'Same.M' does, can write what the compiler takes for immutable, or let an object pass for another; give each reference an offset of its own
[StructLayout(LayoutKind.Explicit)] struct Inner { [FieldOffset(8)] internal Frozen? F; [FieldOffset(0)] internal Holder H; [FieldOffset(8)] internal long N; } //! TROOP060 [H] 'Inner.H', which may lie where 'Inner.F' does, can write what the compiler takes for immutable, or let an object pass for another; give each reference an offset of its own
[StructLayout(LayoutKind.Explicit)] record struct Property { [field: FieldOffset(0)] internal Mutable? M { get; set; } [FieldOffsetAttribute(0)] internal Frozen? F; } //! TROOP060 [F] 'Property.F', which may lie where 'Property.M' does, can write what the compiler takes for immutable, or let an object pass for another; give each reference an offset of its own
[StructLayout(LayoutKind.Explicit)] struct Apart { [FieldOffset(0)] internal Mutable? M; [FieldOffset(8)] internal Frozen? F; }
[StructLayout(LayoutKind.Explicit)] struct Numbers { [FieldOffset(0)] internal int I; [FieldOffset(0)] internal float F; [FieldOffset(8)] internal string? S; [FieldOffset(8)] internal string? T; }
