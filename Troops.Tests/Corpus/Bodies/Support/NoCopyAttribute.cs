namespace Corpus;

/// <summary>The generator leaves this body to the original, for this reason; without the mark that is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoCopyAttribute(string reason) : Attribute
{
    public string Reason => reason;
}
