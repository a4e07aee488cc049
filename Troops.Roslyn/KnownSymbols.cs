using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Troops.Roslyn;

/// <summary>The types that the checks know by name, looked up once in a compilation. Only <see cref="Create"/> says that there is anything to check at all.</summary>
internal sealed class KnownSymbols
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> marking = new(SymbolEqualityComparer.Default);

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
        Once = Ours("Sharing.Once`1");
        TroopKinds = Ours("TroopKindsAttribute");
        TroopService = Ours("TroopServiceAttribute");
        InTroop = Ours("InTroopAttribute");
        TroopsVerified = Ours("TroopsVerifiedAttribute");
        TroopTask = Ours("TroopTaskAttribute");
        ThreadStatic = compilation.GetTypeByMetadataName("System.ThreadStaticAttribute");
        ThreadLocal = compilation.GetTypeByMetadataName("System.Threading.ThreadLocal`1");
        AsyncLocal = compilation.GetTypeByMetadataName("System.Threading.AsyncLocal`1");
        ConditionalWeakTable = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.ConditionalWeakTable`2");
        ModuleInitializer = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.ModuleInitializerAttribute");
        GeneratedCode = compilation.GetTypeByMetadataName("System.CodeDom.Compiler.GeneratedCodeAttribute");
        Unsafe = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.Unsafe");
        MemoryMarshal = compilation.GetTypeByMetadataName("System.Runtime.InteropServices.MemoryMarshal");
        EqualityComparer = compilation.GetTypeByMetadataName("System.Collections.Generic.IEqualityComparer`1");
        Comparer = compilation.GetTypeByMetadataName("System.Collections.Generic.IComparer`1");
        ImmutableDictionary = compilation.GetTypeByMetadataName("System.Collections.Immutable.ImmutableDictionary`2");
        ImmutableHashSet = compilation.GetTypeByMetadataName("System.Collections.Immutable.ImmutableHashSet`1");
        ImmutableSortedDictionary = compilation.GetTypeByMetadataName("System.Collections.Immutable.ImmutableSortedDictionary`2");
        ImmutableSortedSet = compilation.GetTypeByMetadataName("System.Collections.Immutable.ImmutableSortedSet`1");
        FrozenDictionary = compilation.GetTypeByMetadataName("System.Collections.Frozen.FrozenDictionary`2");
        FrozenSet = compilation.GetTypeByMetadataName("System.Collections.Frozen.FrozenSet`1");
        IDictionary = compilation.GetTypeByMetadataName("System.Collections.Generic.IDictionary`2");
        IReadOnlyDictionary = compilation.GetTypeByMetadataName("System.Collections.Generic.IReadOnlyDictionary`2");
        InlineArray = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.InlineArrayAttribute");
        SuppressMessage = compilation.GetTypeByMetadataName("System.Diagnostics.CodeAnalysis.SuppressMessageAttribute");
        Lazy = compilation.GetTypeByMetadataName("System.Lazy`1");
        Lock = compilation.GetTypeByMetadataName("System.Threading.Lock");
        Dictionary = compilation.GetTypeByMetadataName("System.Collections.Generic.Dictionary`2");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskFactory = compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskFactory");
        TaskFactoryOfResult = compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskFactory`1");
        Parallel = compilation.GetTypeByMetadataName("System.Threading.Tasks.Parallel");
        Thread = compilation.GetTypeByMetadataName("System.Threading.Thread");
        ThreadPool = compilation.GetTypeByMetadataName("System.Threading.ThreadPool");
        Timer = compilation.GetTypeByMetadataName("System.Threading.Timer");
        ComponentTimer = compilation.GetTypeByMetadataName("System.Timers.Timer");
        GCHandle = compilation.GetTypeByMetadataName("System.Runtime.InteropServices.GCHandle");
        GarbageCollector = compilation.GetTypeByMetadataName("System.GC");
        ImmutableArray = compilation.GetTypeByMetadataName("System.Collections.Immutable.ImmutableArray");
        Enumerable = compilation.GetTypeByMetadataName("System.Linq.Enumerable");
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
    internal INamedTypeSymbol? Once { get; }
    internal INamedTypeSymbol? TroopKinds { get; }
    internal INamedTypeSymbol? TroopService { get; }
    internal INamedTypeSymbol? InTroop { get; }
    internal INamedTypeSymbol? TroopsVerified { get; }
    internal INamedTypeSymbol? TroopTask { get; }
    internal INamedTypeSymbol? ThreadStatic { get; }
    internal INamedTypeSymbol? ThreadLocal { get; }
    internal INamedTypeSymbol? AsyncLocal { get; }
    internal INamedTypeSymbol? ConditionalWeakTable { get; }
    internal INamedTypeSymbol? ModuleInitializer { get; }
    internal INamedTypeSymbol? GeneratedCode { get; }
    internal INamedTypeSymbol? Unsafe { get; }
    internal INamedTypeSymbol? MemoryMarshal { get; }
    internal INamedTypeSymbol? EqualityComparer { get; }
    internal INamedTypeSymbol? Comparer { get; }
    internal INamedTypeSymbol? ImmutableDictionary { get; }
    internal INamedTypeSymbol? ImmutableHashSet { get; }
    internal INamedTypeSymbol? ImmutableSortedDictionary { get; }
    internal INamedTypeSymbol? ImmutableSortedSet { get; }
    internal INamedTypeSymbol? FrozenDictionary { get; }
    internal INamedTypeSymbol? FrozenSet { get; }
    internal INamedTypeSymbol? IDictionary { get; }
    internal INamedTypeSymbol? IReadOnlyDictionary { get; }
    internal INamedTypeSymbol? InlineArray { get; }
    internal INamedTypeSymbol? SuppressMessage { get; }
    internal INamedTypeSymbol? Lazy { get; }
    internal INamedTypeSymbol? Lock { get; }
    internal INamedTypeSymbol? Dictionary { get; }
    internal INamedTypeSymbol? Task { get; }
    internal INamedTypeSymbol? TaskFactory { get; }
    internal INamedTypeSymbol? TaskFactoryOfResult { get; }
    internal INamedTypeSymbol? Parallel { get; }
    internal INamedTypeSymbol? Thread { get; }
    internal INamedTypeSymbol? ThreadPool { get; }
    internal INamedTypeSymbol? Timer { get; }
    internal INamedTypeSymbol? ComponentTimer { get; }
    internal INamedTypeSymbol? GCHandle { get; }
    internal INamedTypeSymbol? GarbageCollector { get; }
    internal INamedTypeSymbol? ImmutableArray { get; }
    internal INamedTypeSymbol? Enumerable { get; }

    /// <summary>Null if the compilation does not know the runtime's annotations: then nothing promises anything.</summary>
    internal static KnownSymbols? Create(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Troops.ImmutableAttribute") is { } immutable ? new(compilation, immutable) : null;

    /// <summary>Whether anything in the assembly can carry our attributes: it refers to the one that declares them. Reading attributes is what costs in metadata.</summary>
    internal bool CanMark(IAssemblySymbol? assembly) =>
        assembly is not null
        && (
            SymbolEqualityComparer.Default.Equals(assembly, Compilation.Assembly)
            || (marking.TryGetValue(assembly, out bool canMark) ? canMark : marking.GetOrAdd(assembly, RefersToOurs))
        );

    private bool RefersToOurs(IAssemblySymbol assembly)
    {
        IAssemblySymbol ours = Immutable.ContainingAssembly;
        return SymbolEqualityComparer.Default.Equals(assembly, ours)
            || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == ours.Name));
    }

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

    /// <summary>Whether the assembly was compiled under these rules: this one, the runtime, and those that say so.</summary>
    internal bool IsVerified(IAssemblySymbol? assembly) =>
        assembly is not null
        && (
            SymbolEqualityComparer.Default.Equals(assembly, Compilation.Assembly)
            || SymbolEqualityComparer.Default.Equals(assembly, Immutable.ContainingAssembly)
            || Has(assembly, TroopsVerified)
        );

    private INamedTypeSymbol? Ours(string name) => Compilation.GetTypeByMetadataName($"Troops.{name}");
}
