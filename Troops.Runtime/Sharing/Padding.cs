using System.Runtime.InteropServices;

namespace Troops.Sharing;

/// <summary>Room that keeps what two workers write off one cache line, wherever the object begins.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal readonly struct Padding;
