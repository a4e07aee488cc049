namespace Troops.Tests.Corpus.RandomBodies;

/// <summary>How tightly an expression holds together: where a tighter one is asked for it stands in parentheses.</summary>
internal enum Level
{
    Any,
    Unary,
    Primary,
}
