using Microsoft.CodeAnalysis;

namespace Troops.Analyzers.Rules;

/// <summary>How the tables of descriptors are written: one line a rule.</summary>
internal static class Describe
{
    /// <summary>Where the page of a rule is. The pages are <c>docs/rules</c> of the repository.</summary>
    internal const string Pages = "https://github.com/troops-dotnet/troops/blob/main/docs/rules/";

    /// <summary>A tag: what a rule is with <c>TroopsStrict</c>, beside what it is by itself.</summary>
    internal const string Strict = "TroopsStrict";

    internal static DiagnosticDescriptor Error(string id, string family, string title, string message, string description, params string[] tags) =>
        Create(id, family, DiagnosticSeverity.Error, title, message, description, tags);

    internal static DiagnosticDescriptor Warning(string id, string family, string title, string message, string description, params string[] tags) =>
        Create(id, family, DiagnosticSeverity.Warning, title, message, description, tags);

    internal static DiagnosticDescriptor Info(string id, string family, string title, string message, string description, params string[] tags) =>
        Create(id, family, DiagnosticSeverity.Info, title, message, description, tags);

    private static DiagnosticDescriptor Create(
        string id,
        string family,
        DiagnosticSeverity severity,
        string title,
        string message,
        string description,
        string[] tags
    ) => new(id, title, message, $"Troops.{family}", severity, isEnabledByDefault: true, description, $"{Pages}{id}.md", tags);
}
