namespace Corpus;

public sealed class ProbeException(string message) : Exception(message);
