using Microsoft.CodeAnalysis;

namespace Troops.Roslyn;

/// <summary>The types that the checks know by name, looked up once in a compilation. Only <see cref="Create"/> says that there is anything to check at all.</summary>
internal sealed class KnownSymbols
{
    private KnownSymbols(Compilation compilation, INamedTypeSymbol immutable)
    {
        Compilation = compilation;
        Immutable = immutable;
        ImmutableBase = Ours("ImmutableBaseAttribute");
        ConditionallyImmutable = Ours("ConditionallyImmutableAttribute");
        OnlyIf = Ours("OnlyIfAttribute");
        Shareable = Ours("ShareableAttribute");
        ThreadSafe = Ours("ThreadSafeAttribute");
        Audited = Ours("AuditedAttribute");
        TroopsOutside = Ours("TroopsOutsideAttribute");
        ThreadEntry = Ours("ThreadEntryAttribute");
        TroopEntry = Ours("TroopEntryAttribute");
        TroopKinds = Ours("TroopKindsAttribute");
        TroopsVerified = Ours("TroopsVerifiedAttribute");
        TroopTask = Ours("TroopTaskAttribute");
        ThreadStatic = compilation.GetTypeByMetadataName("System.ThreadStaticAttribute");
        ThreadLocal = compilation.GetTypeByMetadataName("System.Threading.ThreadLocal`1");
        AsyncLocal = compilation.GetTypeByMetadataName("System.Threading.AsyncLocal`1");
        ConditionalWeakTable = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.ConditionalWeakTable`2");
        ModuleInitializer = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.ModuleInitializerAttribute");
        GeneratedCode = compilation.GetTypeByMetadataName("System.CodeDom.Compiler.GeneratedCodeAttribute");
        InlineArray = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.InlineArrayAttribute");
        SuppressMessage = compilation.GetTypeByMetadataName("System.Diagnostics.CodeAnalysis.SuppressMessageAttribute");
    }

    internal Compilation Compilation { get; }

    internal INamedTypeSymbol Immutable { get; }
    internal INamedTypeSymbol? ImmutableBase { get; }
    internal INamedTypeSymbol? ConditionallyImmutable { get; }
    internal INamedTypeSymbol? OnlyIf { get; }
    internal INamedTypeSymbol? Shareable { get; }
    internal INamedTypeSymbol? ThreadSafe { get; }
    internal INamedTypeSymbol? Audited { get; }
    internal INamedTypeSymbol? TroopsOutside { get; }
    internal INamedTypeSymbol? ThreadEntry { get; }
    internal INamedTypeSymbol? TroopEntry { get; }
    internal INamedTypeSymbol? TroopKinds { get; }
    internal INamedTypeSymbol? TroopsVerified { get; }
    internal INamedTypeSymbol? TroopTask { get; }
    internal INamedTypeSymbol? ThreadStatic { get; }
    internal INamedTypeSymbol? ThreadLocal { get; }
    internal INamedTypeSymbol? AsyncLocal { get; }
    internal INamedTypeSymbol? ConditionalWeakTable { get; }
    internal INamedTypeSymbol? ModuleInitializer { get; }
    internal INamedTypeSymbol? GeneratedCode { get; }
    internal INamedTypeSymbol? InlineArray { get; }
    internal INamedTypeSymbol? SuppressMessage { get; }

    /// <summary>Null if the compilation does not know the runtime's annotations: then nothing promises anything.</summary>
    internal static KnownSymbols? Create(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Troops.ImmutableAttribute") is { } immutable ? new(compilation, immutable) : null;

    /// <summary>The attribute of that class on the symbol itself, or null.</summary>
    internal static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
            {
                return data;
            }
        }

        return null;
    }

    internal static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) => Find(symbol, attribute) is not null;

    /// <summary>Whether the symbol, a type around it or its assembly is declared <c>[TroopsOutside]</c>.</summary>
    internal bool IsOutside(ISymbol symbol)
    {
        for (ISymbol? scope = symbol; scope is not null and not INamespaceSymbol; scope = scope.ContainingSymbol)
        {
            if (scope is INamedTypeSymbol && Has(scope, TroopsOutside))
            {
                return true;
            }
        }

        return symbol.ContainingAssembly is { } assembly && Has(assembly, TroopsOutside);
    }

    private INamedTypeSymbol? Ours(string name) => Compilation.GetTypeByMetadataName($"Troops.{name}");
}
