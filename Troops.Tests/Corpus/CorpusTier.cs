namespace Troops.Tests.Corpus;

/// <summary>Which of a method's bodies runs, and among what.</summary>
internal enum CorpusTier
{
    /// <summary>As users write it, the generator off.</summary>
    Original,

    /// <summary>As users write it, the generator on: what it calls may be redirected.</summary>
    Intercepted,

    /// <summary>What the generator made of it.</summary>
    Copy,
}
