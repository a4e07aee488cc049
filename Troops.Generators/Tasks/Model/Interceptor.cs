namespace Troops.Generators.Tasks.Model;

/// <summary>A method that stands in for the calls of one task in one file.</summary>
/// <param name="Name">Of the interceptor.</param>
/// <param name="Shown">The task, for the reader.</param>
/// <param name="Locations">An attribute a call.</param>
/// <param name="ReturnType">In full.</param>
/// <param name="TypeParameters">With their brackets; empty if there are none.</param>
/// <param name="Parameters">With their parentheses.</param>
/// <param name="Constraints">With a blank before; empty if there are none.</param>
/// <param name="Call">What it does instead.</param>
internal sealed record Interceptor(
    string Name,
    string Shown,
    Sequence<string> Locations,
    string ReturnType,
    string TypeParameters,
    string Parameters,
    string Constraints,
    string Call
);
