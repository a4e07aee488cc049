using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Troops.Diagnostics;

/// <summary>Writes into an exception's stack trace the awaits that it passed without being thrown.</summary>
/// <remarks>
/// A trace consists of what a remote side said, which is text, and of native frames, which are addresses and become text when somebody asks. An await that was passed has no frame, so it goes into the text; the
/// BCL lets that be set once only, and only before an exception is thrown (<see cref="ExceptionDispatchInfo.SetRemoteStackTrace(Exception, string)"/>), so the field itself is written. Making the frames text at
/// once would have put them first; it costs more than the throw.
/// </remarks>
internal static class LogicalStack
{
    /// <summary>Between the awaits and the frames.</summary>
    internal const string Divider = "--- End of the awaits that the exception has passed; it was thrown here ---";

    /// <summary>More are left out, from the outside: a trace must be read by somebody.</summary>
    private const int Most = 100;

    private static readonly bool IsThere = Probe();

    /// <param name="fault">To be changed.</param>
    /// <param name="awaits">Lines, from the outside in.</param>
    /// <returns>False if this version of .NET keeps its traces elsewhere: then the trace has what was really thrown, and no more.</returns>
    internal static bool TryAdd(Exception fault, List<string> awaits)
    {
        if (!IsThere)
        {
            return false;
        }

        ref string? remote = ref Remote(fault);
        remote = Text(remote, awaits);
        return true;
    }

    /// <summary>
    /// For an exception that a body ends with: one that was thrown anew, as C# throws the same object again, has passed nothing yet. .NET forgets the old frames then, and keeps the old text; frames of an earlier throw mean that
    /// it was only passed on.
    /// </summary>
    internal static void Renew(Exception fault)
    {
        if (IsThere && Remote(fault) is { } text && text.EndsWith(Divider + "\n", StringComparison.Ordinal) && !WasPassedOn(fault))
        {
            Remote(fault) = null;
        }
    }

    /// <summary>Rethrown from where it was kept: that is a frame of the trace, though it is not shown.</summary>
    private static bool WasPassedOn(Exception fault) =>
        new StackTrace(fault, fNeedFileInfo: false)
            .GetFrames()
            .Any(static frame => DiagnosticMethodInfo.Create(frame)?.DeclaringTypeName == typeof(ExceptionDispatchInfo).FullName);

    private static string Text(string? before, List<string> awaits)
    {
        const string End = Divider + "\n";
        int known =
            before is null ? 0
            : before.EndsWith(End, StringComparison.Ordinal) ? before.Length - End.Length
            : before.Length;
        int outermost = Math.Max(awaits.Count - Most, 0);
        string more = outermost > 0 ? string.Create(CultureInfo.InvariantCulture, $"   ... and {outermost} more\n") : "";
        int length = known + more.Length + End.Length;
        for (int i = outermost; i < awaits.Count; i++)
        {
            length += awaits[i].Length;
        }

        return string.Create(
            length,
            (before, known, awaits, outermost, more),
            static (text, parts) =>
            {
                text = Put(parts.before.AsSpan(0, parts.known), text);
                for (int i = parts.awaits.Count - 1; i >= parts.outermost; i--)
                {
                    text = Put(parts.awaits[i], text);
                }

                Put(End, Put(parts.more, text));
            }
        );

        static Span<char> Put(ReadOnlySpan<char> part, Span<char> text)
        {
            part.CopyTo(text);
            return text[part.Length..];
        }
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
