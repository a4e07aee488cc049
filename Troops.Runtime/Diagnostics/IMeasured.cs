namespace Troops.Diagnostics;

/// <summary>A process, as the meter sees it.</summary>
internal interface IMeasured
{
    /// <summary>The value of the tag <see cref="DiagnosticNames.ProcessTag"/>.</summary>
    string Name { get; }

    /// <summary>Safe from any kernel thread, while everything runs.</summary>
    ProcessFigures Measure();
}
