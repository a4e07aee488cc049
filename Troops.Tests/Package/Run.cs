namespace Troops.Tests.Package;

/// <summary>What a program that has ended left.</summary>
internal sealed record Run(int Code, string Output, string Error)
{
    /// <summary>All that it said, for the message of a failure.</summary>
    internal string Text => $"code {Code}\n{Output}\n{Error}";
}
