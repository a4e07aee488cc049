using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Troops.Roslyn.Shipped;

namespace Troops.CodeFixes.Repairs;

/// <summary>A public type whose kind is not written down: its line is added, among the others by name where these are sorted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddPublicKindFix : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["TROOP094"];

    /// <summary>None: several changes of one file that is no source would not be put together.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override IEnumerable<Repair> Propose(Site site)
    {
        if (
            site.Diagnostic.Properties.TryGetValue("Line", out string? line)
            && line is not null
            && site.Document.Project.AdditionalDocuments.FirstOrDefault(static document => PublicKindFile.IsOne(document.FilePath ?? document.Name)) is { } file
        )
        {
            yield return new($"Add '{line}' to {PublicKindFile.FileName}", "Troops.PublicKind", [], AddAsync);

            async Task<Solution?> AddAsync(CancellationToken cancellation)
            {
                SourceText text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
                return site.Solution.WithAdditionalDocumentText(file.Id, Add(text, line));
            }
        }
    }

    /// <summary>The file alone changes, in which nothing can break.</summary>
    protected override Task<bool> WorksAsync(Site site, Repair repair, Solution changed, CancellationToken cancellation) => Task.FromResult(true);

    private static SourceText Add(SourceText text, string line)
    {
        string name = NameIn(line);
        foreach (TextLine other in text.Lines)
        {
            string found = other.ToString();
            if (found.Trim().Length > 0 && found.TrimStart()[0] != '#' && string.CompareOrdinal(NameIn(found), name) > 0)
            {
                return text.WithChanges(new TextChange(new(other.Start, 0), line + "\n"));
            }
        }

        bool endsLine = text.Length == 0 || text[text.Length - 1] == '\n';
        return text.WithChanges(new TextChange(new(text.Length, 0), $"{(endsLine ? "" : "\n")}{line}\n"));
    }

    private static string NameIn(string line) => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Skip(1).FirstOrDefault() ?? "";
}
