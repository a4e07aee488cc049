using Microsoft.CodeAnalysis;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.Tests.Roslyn.Shipped;

/// <summary>The shipped lists against .NET itself: what is there to be named, and what its shape says against a promise.</summary>
/// <remarks>Every exception has its reason beside it, in <see cref="Exceptions"/>.</remarks>
[TestFixture, Category("Unit")]
internal sealed class ShippedKindTests
{
    private static readonly string[] WithoutReferences = ["Generators.troops.txt", "Libraries.troops.txt"];

    private static readonly IReadOnlyList<KindEntry> DotNetEntries =
    [
        .. KindList.ShippedNames().Except(WithoutReferences).SelectMany(static name => KindList.Parse(KindList.ReadShipped(name), name).Entries),
    ];

    private static readonly IReadOnlyList<(KindEntry Entry, INamedTypeSymbol Type)> DotNetTypes =
    [
        .. DotNetEntries
            .Where(static entry => !entry.IsMember && DotNet.Type(entry.Name) is not null)
            .Select(static entry => (entry, DotNet.Type(entry.Name)!)),
    ];

    [Test]
    public void The_lists_can_be_read_without_an_error_so_no_name_is_in_two_of_them() => Assert.That(KindList.Shipped.Errors, Is.Empty);

    [Test]
    public void There_are_several_hundred_lines_in_several_lists()
    {
        Assert.That(KindList.ShippedNames(), Has.Length.GreaterThan(4));
        Assert.That(KindList.Shipped.Entries.Count(), Is.GreaterThan(500));
        Assert.That(KindList.Shipped.Generators, Is.Not.Empty);
    }

    [Test]
    public void Lines_are_sorted_within_their_paragraph()
    {
        List<string> wrong = [];
        foreach (string file in KindList.ShippedNames())
        {
            string last = "";
            foreach (string line in KindList.ReadShipped(file).Split('\n'))
            {
                string name = line is "" or ['#', ..] ? "" : line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
                if (name.Length > 0 && string.CompareOrdinal(last, name) > 0)
                {
                    wrong.Add($"{file}: {name} after {last}");
                }

                last = name;
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_line_about_NET_names_what_is_there()
    {
        IEnumerable<string> missing = DotNetEntries
            .Where(static entry => entry.IsMember ? !DotNet.Members(entry.Name).Any() : DotNet.Type(entry.Name) is null)
            .Select(static entry => entry.ToString());
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Numbers_of_type_arguments_are_those_of_the_type()
    {
        IEnumerable<string> wrong = DotNetTypes
            .Where(static line => line.Entry.Arguments.Any(index => index >= ArityOf(line.Type)))
            .Select(static line => line.Entry.ToString());
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void No_interface_is_called_immutable()
    {
        IEnumerable<string> wrong = DotNetTypes
            .Where(static line => line.Type.TypeKind == TypeKind.Interface && line.Entry.Kind == Kind.Val)
            .Select(static line => line.Entry.ToString());
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_class_that_others_can_derive_from_is_exact_or_has_a_reason()
    {
        IEnumerable<string> derivable = DotNetTypes
            .Where(static line => line.Entry is { Exact: false, Kind: not Kind.Ref } && DotNet.CanBeDerivedFrom(line.Type))
            .Select(static line => line.Entry.Name);
        AreExplained(derivable, Exceptions.Derivable);
    }

    [Test]
    public void Exact_is_said_of_classes_that_can_be_derived_from()
    {
        IEnumerable<string> needless = DotNetTypes
            .Where(static line => line.Entry.Exact && !DotNet.CanBeDerivedFrom(line.Type))
            .Select(static line => line.Entry.ToString());
        Assert.That(needless, Is.Empty);
    }

    [Test]
    public void What_is_called_immutable_has_nothing_to_set_or_has_a_reason()
    {
        IEnumerable<string> settable = Immutable().Where(static line => DotNet.InstanceMembers(line.Type).Any(CanBeSet)).Select(static line => line.Entry.Name);
        AreExplained(settable, Exceptions.Settable);
    }

    [Test]
    public void What_is_called_immutable_shows_nothing_that_is_called_mutable_or_has_a_reason()
    {
        IEnumerable<string> showing = Immutable()
            .Where(static line => DotNet.InstanceMembers(line.Type).Any(ShowsMutable))
            .Select(static line => line.Entry.Name);
        AreExplained(showing, Exceptions.ShowingMutable);
    }

    [Test]
    public void A_member_is_listed_only_if_its_type_says_less()
    {
        IEnumerable<string> needless = DotNetEntries
            .Where(static entry =>
                entry.IsMember
                && DotNet
                    .Members(entry.Name)
                    .All(member =>
                        TypeOf(member) is INamedTypeSymbol type && KindOf(type) is { Exact: false, Arguments.Length: 0 } known && known.Kind >= entry.Kind
                    )
            )
            .Select(static entry => entry.ToString());
        Assert.That(needless, Is.Empty);
    }

    /// <summary>Each has a reason, and each reason is about one of them.</summary>
    private static void AreExplained(IEnumerable<string> names, IReadOnlyDictionary<string, string> reasons)
    {
        HashSet<string> found = [.. names];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Except(reasons.Keys), Is.Empty, "without a reason");
            Assert.That(reasons.Keys.Except(found), Is.Empty, "reasons for nothing");
        }
    }

    private static IEnumerable<(KindEntry Entry, INamedTypeSymbol Type)> Immutable() => DotNetTypes.Where(static line => line.Entry.Kind == Kind.Val);

    private static bool CanBeSet(ISymbol member) =>
        member switch
        {
            IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false },
            IFieldSymbol field => field is { IsReadOnly: false, IsConst: false },
            IEventSymbol => true,
            _ => false,
        };

    private static bool ShowsMutable(ISymbol member) =>
        member is IPropertySymbol or IFieldSymbol
        && TypeOf(member) switch
        {
            IArrayTypeSymbol => true,
            INamedTypeSymbol type => KindOf(type) is { Kind: Kind.Ref },
            _ => false,
        };

    private static ITypeSymbol? TypeOf(ISymbol member) =>
        member switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            IMethodSymbol method => method.ReturnType,
            _ => null,
        };

    private static KindEntry? KindOf(INamedTypeSymbol type) => KindList.Shipped.Type(Troops.Roslyn.Names.Metadata(type));

    private static int ArityOf(INamedTypeSymbol? type) => type is null ? 0 : type.Arity + ArityOf(type.ContainingType);
}
