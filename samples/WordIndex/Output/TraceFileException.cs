namespace WordIndex.Output;

/// <summary>The file that the user named for the trace cannot be written: a message, not a defect.</summary>
internal sealed class TraceFileException(Exception cause) : Exception(cause.Message, cause);
