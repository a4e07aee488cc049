using System.Runtime.CompilerServices;
using Troops.Tasks;

namespace Troops.Diagnostics;

/// <summary>Writes into an exception's stack trace the awaits that it passed without being thrown.</summary>
/// <remarks>
/// A trace consists of what a remote side said, which is text, and of native frames, which are addresses and become text when somebody asks. An await that was passed has no frame, so it goes into the text; the
/// BCL lets that be set once only, and only before an exception is thrown (<see cref="System.Runtime.ExceptionServices.ExceptionDispatchInfo.SetRemoteStackTrace(Exception, string)"/>), so the field itself is written. Making the frames text at
/// once would have put them first; it costs more than the throw.
/// </remarks>
internal static class LogicalStack
{
    /// <summary>Between the awaits and the frames.</summary>
    internal const string Divider = "--- End of the awaits that the exception has passed; it was thrown here ---";

    /// <summary>More are left out, from the outside: a trace must be read by somebody.</summary>
    private const int Most = 100;

    private static readonly bool IsThere = Probe();

    /// <summary>False if this version of .NET keeps its traces elsewhere: then the trace has what was really thrown, and no more.</summary>
    internal static bool TryAdd(Exception fault, PassedFault passed)
    {
        if (!IsThere)
        {
            return false;
        }

        ref string? remote = ref Remote(fault);
        remote = Text(remote, passed);
        return true;
    }

    private static string Text(string? before, PassedFault passed)
    {
        const string End = Divider + "\n";
        int known =
            before is null ? 0
            : before.EndsWith(End, StringComparison.Ordinal) ? before.Length - End.Length
            : before.Length;
        int awaits = 0;
        for (PassedFault? one = passed; one is not null; one = one.Inner)
        {
            awaits++;
        }

        string more = awaits > Most ? $"   ... and {awaits - Most} more\n" : "";
        int length = known + more.Length + End.Length;
        PassedFault? outermost = passed;
        for (int left = awaits; left > Most; left--)
        {
            outermost = outermost!.Inner;
        }

        for (PassedFault? one = outermost; one is not null; one = one.Inner)
        {
            length += one.Frame().Length;
        }

        return string.Create(
            length,
            (before, known, outermost, more),
            static (text, parts) =>
            {
                // The way is known from its end.
                parts.before.AsSpan(0, parts.known).CopyTo(text);
                End.CopyTo(text[^End.Length..]);
                text = text[..^End.Length];
                parts.more.CopyTo(text[^parts.more.Length..]);
                text = text[..^parts.more.Length];
                for (PassedFault? one = parts.outermost; one is not null; one = one.Inner)
                {
                    string frame = one.Frame();
                    frame.CopyTo(text[^frame.Length..]);
                    text = text[..^frame.Length];
                }
            }
        );
    }

    private static bool Probe()
    {
        try
        {
            Exception probe = new InvalidOperationException();
            Remote(probe) = "there\n";
            return probe.StackTrace?.StartsWith("there", StringComparison.Ordinal) == true;
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_remoteStackTraceString")]
    private static extern ref string? Remote(Exception fault);
}
