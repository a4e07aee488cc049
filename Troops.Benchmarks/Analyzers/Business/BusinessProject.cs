using System.Globalization;
using System.Text;

namespace Troops.Benchmarks.Analyzers.Business;

/// <summary>
/// A project as a company has one: 30 modules of eleven files, entities, records, repositories, services, reports, pipelines of threads. It means nothing, compiles without errors, breaks no rule
/// of ours, and is the same for the same seed.
/// </summary>
internal sealed partial class BusinessProject
{
    internal const int Seed = 20_260_301;

    /// <summary>Each file but the shared one gets members until it is as long as this.</summary>
    private const int Lines = 110;

    private static readonly string[] Modules =
    [
        "Order",
        "Invoice",
        "Customer",
        "Shipment",
        "Product",
        "Payment",
        "Ticket",
        "Contract",
        "Warehouse",
        "Supplier",
        "Account",
        "Booking",
        "Claim",
        "Policy",
        "Asset",
        "Parcel",
        "Route",
        "Recipe",
        "Patient",
        "Course",
        "Vehicle",
        "Sensor",
        "Tariff",
        "Budget",
        "Campaign",
        "Lease",
        "Permit",
        "Survey",
        "Voucher",
        "Auction",
    ];

    private readonly Statements statements;
    private readonly Random random;

    private BusinessProject(int seed)
    {
        random = new Random(seed);
        statements = new Statements(random);
    }

    /// <summary>Paths and texts.</summary>
    internal static IReadOnlyList<(string Path, string Text)> Generate(int seed = Seed)
    {
        List<(string Path, string Text)> files = [("Shared.cs", Shared)];
        BusinessProject project = new(seed);
        foreach (string module in Modules)
        {
            files.AddRange(project.FilesOf(module).Select(file => ($"{module}s/{file.Name}.cs", file.Text)));
        }

        return files;
    }

    private IEnumerable<(string Name, string Text)> FilesOf(string module)
    {
        yield return (module, Entity(module));
        yield return ($"{module}Line", Records(module));
        yield return ($"{module}Service", Service(module));
        yield return ($"{module}Repository", Repository(module));
        yield return ($"{module}Rules", Rules(module));
        yield return ($"{module}Parser", Parser(module));
        yield return ($"{module}Calculator", Calculator(module));
        yield return ($"{module}Report", Report(module));
        yield return ($"{module}Cache", Cache(module));
        yield return ($"{module}Workflow", Workflow(module));
        yield return ($"{module}Pipeline", Pipeline(module));
    }

    /// <summary>Usings, namespace, what comes first, members until it is long enough, and the last brace.</summary>
    private static string File(string module, string begin, Func<int, string> member)
    {
        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture,
            $"using System.Collections.Frozen;\nusing System.Collections.Immutable;\nusing System.Globalization;\nusing System.Text;\nusing Troops;\nusing Troops.Sharing;\n\nnamespace Company.{module}s;\n\n"
        );
        text.Append(begin).Append('\n');
        int lines = Count(begin) + 11;
        for (int i = 1; lines < Lines; i++)
        {
            string next = member(i);
            lines += Count(next) + 1;
            text.Append('\n').Append(next).Append('\n');
        }

        return text.Append("}\n").ToString();
    }

    private static int Count(string text) => text.AsSpan().Count('\n') + 1;

    /// <summary>Of a method that declares nothing which the next file needs to know.</summary>
    private string Body(int count, bool isAsync = false) => statements.Block(Scope.OfMethod(isAsync), count, indent: 8);

    /// <summary>Of a method of a task.</summary>
    private string TaskBody(int count) => statements.Block(Scope.OfMethod(isTask: true), count, indent: 8);

    /// <summary>Between the two numbers, the second excluded.</summary>
    private int Some(int least, int below) => random.Next(least, below);
}
