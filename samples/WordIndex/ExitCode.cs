namespace WordIndex;

/// <summary>What the program returns to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything was counted.</summary>
    public const int Complete = 0;

    /// <summary>Something could not be counted, or the answer not be written; standard error says what. The rest was counted.</summary>
    public const int Incomplete = 1;

    /// <summary>The command line makes no sense; nothing was counted.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl+C, by the convention of shells: 128 + SIGINT.</summary>
    public const int Cancelled = 130;
}
