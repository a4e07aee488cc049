using System.Runtime.InteropServices;

namespace Troops.Seams;

/// <summary>The kernel's wait on a word, on Linux (x64 and arm64). Monitor's own wait costs a mutex, a condition variable and two more words, and its deadline is a whole millisecond.</summary>
internal static unsafe partial class Futex
{
    private const int WaitPrivate = 0 | 128;
    private const int WakePrivate = 1 | 128;
    private const int SetTimerSlack = 29;

    private static readonly nint Number = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 98 : 202;

    /// <summary>False: use a Monitor.</summary>
    internal static bool IsSupported { get; } = Probe();

    /// <summary>Blocks while <paramref name="word"/> is <paramref name="expected"/>, for <paramref name="nanoseconds"/> at most (negative: without end). May return early for no reason.</summary>
    internal static void Wait(int* word, int expected, long nanoseconds)
    {
        Timespec limit = new(nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000);
        _ = Syscall(Number, word, WaitPrivate, expected, nanoseconds < 0 ? null : &limit, 0, 0);
    }

    /// <summary>Wakes one kernel thread that waits on <paramref name="word"/>.</summary>
    internal static void Wake(int* word) => _ = Syscall(Number, word, WakePrivate, 1, null, 0, 0);

    /// <summary>Lets the deadlines of the calling kernel thread end when they are due: by default the kernel adds up to 50 us, to end several together.</summary>
    internal static void EndDeadlinesSharply()
    {
        if (IsSupported)
        {
            _ = Prctl(SetTimerSlack, 1, 0, 0, 0);
        }
    }

    private static bool Probe()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
        {
            return false;
        }

        try
        {
            int nobody = 0;
            return Syscall(Number, &nobody, WakePrivate, 1, null, 0, 0) == 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A libc of another name: the Monitor does.
            return false;
        }
    }

    // SAFETY: syscall and prctl take integers and pointers alone, so that calling them with a fixed signature passes the arguments as their own does. The words that they
    // are given are pinned, or on the caller's stack.
    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Syscall(nint number, int* word, nint operation, nint value, Timespec* timeout, nint word2, nint value3);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Prctl(int option, nuint value, nuint unused3, nuint unused4, nuint unused5);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec(long seconds, long nanoseconds)
    {
        private readonly long seconds = seconds;
        private readonly long nanoseconds = nanoseconds;
    }
}
