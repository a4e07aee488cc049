using Microsoft.CodeAnalysis;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;

namespace Troops.Tests.Roslyn.Shipped;

/// <summary>The shipped list of boundaries against .NET itself: what is there to be named, and whether a line says anything about it.</summary>
[TestFixture, Category("Unit")]
internal sealed class ShippedBoundaryTests
{
    private const ApiRole AboutDelegates = ApiRole.Entry | ApiRole.Inline;

    private static readonly string[] Text = ApiList.ReadShipped().Split('\n');

    /// <summary>Those before the paragraphs on libraries, which no reference assembly of .NET describes.</summary>
    private static readonly IReadOnlyList<ApiLine> DotNetLines =
    [
        .. Text.TakeWhile(static line => !line.StartsWith("# --- Libraries", StringComparison.Ordinal))
            .Select(ApiLine.Read)
            .Where(static line => line.Name is not null),
    ];

    [Test]
    public void The_list_can_be_read_without_an_error_so_no_name_is_both_entry_and_inline() => Assert.That(ApiList.Shipped.Errors, Is.Empty);

    [Test]
    public void There_are_a_thousand_lines_nearly_all_of_them_about_NET()
    {
        Assert.That(ApiList.Shipped.Names.Count(), Is.GreaterThan(900));
        Assert.That(DotNetLines, Has.Count.GreaterThan(800));
    }

    [Test]
    public void Lines_are_sorted_within_their_paragraph_and_none_stands_there_twice()
    {
        List<string> wrong = [];
        (string Name, ApiRole Role) last = default;
        foreach (string text in Text)
        {
            ApiLine line = ApiLine.Read(text);
            int order = string.CompareOrdinal(last.Name ?? "", line.Name ?? "");
            if (line.Name is { } name && (order > 0 || (order == 0 && last.Role >= line.Role)))
            {
                wrong.Add($"{name} after {last.Name}");
            }

            last = (line.Name ?? "", line.Role);
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(
            DotNetLines.GroupBy(static line => (line.Role, line.Name)).Where(static same => same.Count() > 1).Select(static same => same.Key),
            Is.Empty
        );
    }

    [Test]
    public void Every_line_about_NET_names_what_is_there() =>
        Assert.That(string.Join('\n', DotNetLines.Where(static line => !Find(line.Name!).Any()).Select(static line => line.Name)), Is.Empty);

    [Test]
    public void What_runs_delegates_takes_or_holds_one()
    {
        IEnumerable<string> needless = DotNetLines
            .Where(static line => (line.Role & AboutDelegates) != 0 && Find(line.Name!).Any() && !Find(line.Name!).Any(TakesDelegates))
            .Select(static line => $"{line.Role} {line.Name}");
        Assert.That(needless, Is.Empty);
    }

    [Test]
    public void A_member_is_not_listed_again_for_what_its_type_is_listed_for()
    {
        IEnumerable<string> needless = DotNetLines
            .Where(static line => line.Name!.LastIndexOf('.') is > 0 and var dot && (ApiList.Shipped.Of(line.Name![..dot]) & line.Role) != 0)
            .Select(static line => $"{line.Role} {line.Name}");
        Assert.That(needless, Is.Empty);
    }

    /// <summary>What a name is about: a type, members or parameters, those only that users see.</summary>
    private static IEnumerable<ISymbol> Find(string name)
    {
        if (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
        {
            string parameter = name[(open + 1)..^1];
            return Find(name[..open]).SelectMany(ParametersOf).Where(found => found.Name == parameter);
        }

        if (DotNet.Type(name) is { } type)
        {
            return [type];
        }

        int dot = name.LastIndexOf('.');
        return DotNet
                .Type(name[..dot])
                ?.GetMembers(name[(dot + 1)..] is var member and not "new" ? member : WellKnownMemberNames.InstanceConstructorName)
                .Where(static found => found.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            ?? [];
    }

    private static bool TakesDelegates(ISymbol symbol) =>
        symbol switch
        {
            INamedTypeSymbol type => type.GetMembers().Any(TakesDelegates),
            IMethodSymbol method => method.Parameters.Any(TakesDelegates),
            IPropertySymbol property => Runs(property.Type),
            IParameterSymbol parameter => Runs(parameter.Type),
            IEventSymbol => true,
            _ => false,
        };

    private static bool Runs(ITypeSymbol type) =>
        Kinds.IsDelegate(type)
        || type is IArrayTypeSymbol { ElementType: var element } && Runs(element)
        || type is INamedTypeSymbol { IsGenericType: true } generic && (generic.Name == "Expression" || generic.TypeArguments.Any(Runs));

    private static IEnumerable<IParameterSymbol> ParametersOf(ISymbol member) => member is IMethodSymbol method ? method.Parameters : [];
}
