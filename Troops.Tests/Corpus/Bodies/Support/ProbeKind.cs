namespace Corpus;

public enum ProbeKind
{
    Ready,
    Suspend,
    Random,
    Fault,
    Cancel,
}
