using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Troops.Tests.CodeFixes;

/// <summary>How the tests of the fixes read.</summary>
internal static class Fixing
{
    private const string File = "Program.cs";

    /// <summary>Applies the fix of that title to the first diagnostic of that id that is offered it. The result compiles, and the rule has one thing less to say.</summary>
    internal static async Task<string> FixAsync(string source, string id, string title, params IEnumerable<(string Path, string Text)> others)
    {
        using FixProject project = new([(File, source), .. others]);
        Assert.That(await FixProject.ErrorsAsync(project.Project), Is.Empty, "the program does not compile before the fix");
        (Offer offer, Diagnostic diagnostic) = await FindAsync(project, id, title);
        Project changed = await project.ApplyAsync(offer.Action);
        await CheckAsync(project, changed, diagnostic, title);
        return await FixProject.TextAsync(changed, File);
    }

    /// <summary>Applies it to everything in the project at once; then nothing of that id is left.</summary>
    internal static async Task<string> FixAllAsync(string source, string id, string title, FixAllScope scope = FixAllScope.Document)
    {
        using FixProject project = new((File, source));
        (Offer offer, Diagnostic diagnostic) = await FindAsync(project, id, title);
        Project changed = await project.ApplyToAllAsync(offer, diagnostic, scope);
        Assert.That(await FixProject.ErrorsAsync(changed), Is.Empty, await FixProject.TextAsync(changed, File));
        Assert.That((await FixProject.DiagnosticsAsync(changed)).Where(found => found.Id == id), Is.Empty, await FixProject.TextAsync(changed, File));
        return await FixProject.TextAsync(changed, File);
    }

    /// <summary>The titles that are offered at any diagnostic of that id, of which there has to be one.</summary>
    internal static async Task<IReadOnlyList<string>> TitlesAsync(string source, string id, params IEnumerable<(string Path, string Text)> others)
    {
        using FixProject project = new([(File, source), .. others]);
        Assert.That(await FixProject.ErrorsAsync(project.Project), Is.Empty, "the program does not compile before the fix");
        Diagnostic[] all = [.. (await project.DiagnosticsAsync()).Where(found => found.Id == id)];
        Assert.That(all, Is.Not.Empty, $"the program has no {id}");
        List<string> titles = [];
        foreach (Diagnostic diagnostic in all)
        {
            titles.AddRange((await project.OffersAsync(diagnostic)).Select(static offer => offer.Action.Title));
        }

        return titles;
    }

    /// <summary>What every fix has to keep.</summary>
    internal static async Task CheckAsync(FixProject project, Project changed, Diagnostic diagnostic, string title)
    {
        string text = await FixProject.TextAsync(changed, Path.GetFileName(diagnostic.Location.SourceTree!.FilePath));
        Assert.That(await FixProject.ErrorsAsync(changed), Is.Empty, $"{title} breaks the program:\n{text}");
        int before = (await project.DiagnosticsAsync()).Count(found => found.Id == diagnostic.Id);
        int after = (await FixProject.DiagnosticsAsync(changed)).Count(found => found.Id == diagnostic.Id);
        Assert.That(after, Is.LessThan(before), $"{title} leaves {diagnostic}:\n{text}");
    }

    internal static async Task<(Offer Offer, Diagnostic Diagnostic)> FindAsync(FixProject project, string id, string title)
    {
        ImmutableArray<Diagnostic> all = await project.DiagnosticsAsync();
        List<string> seen = [];
        foreach (Diagnostic diagnostic in all.Where(found => found.Id == id))
        {
            IReadOnlyList<Offer> offers = await project.OffersAsync(diagnostic);
            if (offers.FirstOrDefault(offer => offer.Action.Title == title) is { } offer)
            {
                return (offer, diagnostic);
            }

            seen.AddRange(offers.Select(static offer => offer.Action.Title));
        }

        throw new AssertionException($"'{title}' is not offered, but {string.Join(", ", seen)}; reported: {string.Join("; ", all)}");
    }
}
