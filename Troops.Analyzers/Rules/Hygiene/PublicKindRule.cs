using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Troops.Roslyn;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;

namespace Troops.Analyzers.Rules.Hygiene;

/// <summary>TROOP094: the public types are of the kinds that <c>PublicKinds.txt</c> says, if the project has that file.</summary>
/// <remarks>An audit vouches for what a type is, not for what it was: it silences nothing here.</remarks>
internal sealed class PublicKindRule : Rule
{
    /// <summary>As a property of a diagnostic: the line that is missing.</summary>
    internal const string Line = "Line";

    internal override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [HygieneDescriptors.WorseKind, HygieneDescriptors.UnwrittenKind, HygieneDescriptors.KindOfNothing];

    internal override void Register(RuleContext context)
    {
        if (PublicKindFile.Read(context.Start.Options.AdditionalFiles, context.Start.CancellationToken) is not { } written)
        {
            return;
        }

        KindEntries entries = new(context.Kinds);
        context.Looks.OnType(action => Check(entries, written, action));
        context.Start.RegisterAdditionalFileAction(action => CheckLines(context.Symbols.Compilation, action));
    }

    private static void Check(KindEntries entries, ImmutableDictionary<string, KindEntry> written, SymbolAnalysisContext action)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)action.Symbol;
        if (!HasKind(type))
        {
            return;
        }

        KindEntry? now = entries.Of(type);
        if (!written.TryGetValue(Names.Metadata(type), out KindEntry? before))
        {
            if (now is not null)
            {
                ImmutableDictionary<string, string?> line = ImmutableDictionary<string, string?>.Empty.Add(Line, now.ToString());
                action.ReportDiagnostic(
                    Diagnostic.Create(HygieneDescriptors.UnwrittenKind, type.Locations[0], null, line, Names.Of(type), WordOf(now), now.ToString())
                );
            }
        }
        else if (IsWorse(now, before))
        {
            Verdict why = entries.WhyNot(type, before);
            action.ReportDiagnostic(
                Diagnostic.Create(HygieneDescriptors.WorseKind, type.Locations[0], Names.Of(type), WordOf(before), WordOf(now), why.Explain())
            );
        }
    }

    /// <summary>A line about a type that nobody outside sees any more tells its readers something wrong.</summary>
    private static void CheckLines(Compilation compilation, AdditionalFileAnalysisContext action)
    {
        AdditionalText file = action.AdditionalFile;
        if (!PublicKindFile.IsOne(file) || file.GetText(action.CancellationToken) is not { } text)
        {
            return;
        }

        foreach ((KindEntry entry, TextSpan name) in PublicKindFile.Lines(text))
        {
            if (compilation.Assembly.GetTypeByMetadataName(entry.Name) is not { } type || !HasKind(type))
            {
                Location location = Location.Create(file.Path, name, text.Lines.GetLinePositionSpan(name));
                action.ReportDiagnostic(Diagnostic.Create(HygieneDescriptors.KindOfNothing, location, entry.Name));
            }
        }
    }

    /// <summary>The kinds of enums, delegates and static classes do not change.</summary>
    private static bool HasKind(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, IsStatic: false, IsImplicitlyDeclared: false, IsRefLikeType: false }
        && Kinds.IsPublic(type);

    private static bool IsWorse(KindEntry? now, KindEntry before) =>
        before.Kind != Kind.Ref
        && (now is null || now.Kind < before.Kind || (now.Exact && !before.Exact) || now.Arguments.Any(argument => !before.Arguments.Contains(argument)));

    /// <summary>As the line begins, and ends.</summary>
    private static string WordOf(KindEntry? entry) => entry is null ? nameof(Kind.Ref) : $"{entry.ToString().Split(' ')[0]}{(entry.Exact ? " exact" : "")}";
}
