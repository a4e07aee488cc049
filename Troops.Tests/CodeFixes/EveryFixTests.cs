using Microsoft.CodeAnalysis;
using Troops.Tests.Analyzers;
using Troops.Tests.House;

namespace Troops.Tests.CodeFixes;

/// <summary>Whatever is offered anywhere in the specs does what it says: nothing breaks, and the rule has less to say.</summary>
[TestFixture, Category("Spec")]
internal sealed class EveryFixTests
{
    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Repository.FullPath("Troops.Tests/Specs"), "TROOP*.cs")
            .Select(static path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public async Task Every_fix_that_is_offered_in_a_spec_compiles_and_leaves_less_to_report(string file)
    {
        int applied = 0;
        foreach ((string source, _) in SpecFile.Programs(file))
        {
            using FixProject project = new((file, source));
            if ((await FixProject.ErrorsAsync(project.Project)).Count > 0)
            {
                continue;
            }

            foreach (Diagnostic diagnostic in await project.DiagnosticsAsync())
            {
                foreach (Offer offer in await project.OffersAsync(diagnostic))
                {
                    await Fixing.CheckAsync(project, await project.ApplyAsync(offer.Action), diagnostic, offer.Action.Title);
                    TestContext.Out.WriteLine($"{diagnostic.Id} {offer.Action.Title}");
                    applied++;
                }
            }
        }

        TestContext.Out.WriteLine($"{applied} fixes");
    }
}
