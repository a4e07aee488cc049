using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Troops.Tests.Roslyn.Shipped;

/// <summary>.NET and ASP.NET as the compiler sees them: their reference assemblies.</summary>
internal static class DotNet
{
    private static readonly Lazy<CSharpCompilation> Everything = new(static () =>
        CSharpCompilation.Create("everything", references: [.. Net100.References.All, .. AspNetReferences()])
    );

    /// <summary>By its metadata name; null if there is none that users can see.</summary>
    internal static INamedTypeSymbol? Type(string name) =>
        Everything
            .Value.GetTypesByMetadataName(name)
            .FirstOrDefault(static type => type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected);

    /// <summary>The static members of that name, by the metadata name of the type, a dot and the name.</summary>
    internal static IEnumerable<ISymbol> Members(string fullName)
    {
        int dot = fullName.LastIndexOf('.');
        return Type(fullName[..dot])
                ?.GetMembers(fullName[(dot + 1)..])
                .Where(static member => member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public })
            ?? [];
    }

    /// <summary>Instance members that users see, those of the bases included.</summary>
    internal static IEnumerable<ISymbol> InstanceMembers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            foreach (ISymbol member in level.GetMembers().Where(static member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }))
            {
                yield return member;
            }
        }
    }

    /// <summary>Whether anybody outside of .NET can derive a class from this one.</summary>
    internal static bool CanBeDerivedFrom(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsSealed: false }
        && type.InstanceConstructors.Any(static constructor =>
            constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        );

    /// <summary>Those of ASP.NET alone.</summary>
    internal static IEnumerable<MetadataReference> AspNetReferences() =>
        Directory.GetFiles(AspNet(), "*.dll").Select(static path => MetadataReference.CreateFromFile(path));

    /// <summary>The packs of the SDK lie beside the shared frameworks; of several versions the newest one of .NET 10 counts.</summary>
    private static string AspNet()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        string packs = Path.Combine(root, "packs", "Microsoft.AspNetCore.App.Ref");
        string? newest = Directory.Exists(packs)
            ? Directory.GetDirectories(packs, "10.*").MaxBy(static path => Version.Parse(Path.GetFileName(path).Split('-')[0]))
            : null;
        return newest is not null
            ? Path.Combine(newest, "ref", "net10.0")
            : throw new InvalidOperationException($"there is no SDK of .NET 10 at {root}: the lists name types of ASP.NET, which its packs describe");
    }
}
