using System.Runtime.InteropServices;

namespace Troops.Sharing;

/// <summary>Room that keeps what two workers write off one cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal readonly struct Padding;
