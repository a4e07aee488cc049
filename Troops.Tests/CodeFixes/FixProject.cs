using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Troops.CodeFixes;
using Troops.Tests.Analyzers;

namespace Troops.Tests.CodeFixes;

/// <summary>A user's project as an editor holds it, with the fixes that it is offered.</summary>
internal sealed class FixProject : IDisposable
{
    private readonly AdhocWorkspace workspace = new();

    internal FixProject(params IEnumerable<(string Path, string Text)> files)
    {
        ProjectId id = ProjectId.CreateNewId("Users");
        Solution solution = workspace
            .CurrentSolution.AddProject(id, "Users", "Users", LanguageNames.CSharp)
            .WithProjectCompilationOptions(
                id,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
            )
            .WithProjectParseOptions(id, TestCompilation.Parsing)
            .WithProjectMetadataReferences(id, [.. Net100.References.All, TestCompilation.Runtime]);
        foreach ((string path, string text) in files.Prepend(("Usings.cs", TestCompilation.ImplicitUsings)))
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id, path), path, SourceText.From(text), filePath: path);
        }

        if (files.Select(static file => PublicKindLines.In(file.Text)).OfType<string>().FirstOrDefault() is { } kinds)
        {
            DocumentId additional = DocumentId.CreateNewId(id, PublicKindLines.FileName);
            solution = solution.AddAdditionalDocument(additional, PublicKindLines.FileName, SourceText.From(kinds), filePath: PublicKindLines.FileName);
        }

        Project = solution.GetProject(id)!;
    }

    /// <summary>Every fix that the package brings.</summary>
    internal static ImmutableArray<CodeFixProvider> Providers { get; } =
    [
        .. typeof(RepairProvider)
            .Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>As it was opened.</summary>
    internal Project Project { get; }

    public void Dispose() => workspace.Dispose();

    internal async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() => await DiagnosticsAsync(Project);

    internal static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project) =>
        await TestCompilation.AnalyzeAsync((await project.GetCompilationAsync())!, options: project.AnalyzerOptions);

    /// <summary>What the editor's light bulb would show at the diagnostic.</summary>
    internal async Task<IReadOnlyList<Offer>> OffersAsync(Diagnostic diagnostic)
    {
        List<Offer> offers = [];
        if (Project.GetDocument(diagnostic.Location.SourceTree) is { } document)
        {
            foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await provider.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => offers.Add(new(provider, action)), CancellationToken.None));
            }
        }

        return offers;
    }

    /// <summary>Applies what an offer does, its formatting included.</summary>
    internal async Task<Project> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(Project.Id)!;
    }

    /// <summary>Applies a kind of repair to all that it works for.</summary>
    internal async Task<Project> ApplyToAllAsync(Offer offer, Diagnostic diagnostic, FixAllScope scope)
    {
        Document document = Project.GetDocument(diagnostic.Location.SourceTree)!;
        FixAllContext context = new(
            document,
            offer.Provider,
            scope,
            offer.Action.EquivalenceKey,
            [diagnostic.Id],
            new FoundDiagnostics(await DiagnosticsAsync()),
            CancellationToken.None
        );
        CodeAction? action = await offer.Provider.GetFixAllProvider()!.GetFixAsync(context);
        Assert.That(action, Is.Not.Null, "fix-all has nothing to do");
        return await ApplyAsync(action!);
    }

    internal static async Task<string> TextAsync(Project project, string path) =>
        (await project.Documents.Single(document => document.Name == path).GetTextAsync()).ToString();

    internal static async Task<IReadOnlyList<string>> ErrorsAsync(Project project) =>
        [.. TestCompilation.Errors((await project.GetCompilationAsync())!).Select(static error => error.ToString())];
}
