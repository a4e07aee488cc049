using Microsoft.CodeAnalysis;

namespace Troops.Roslyn;

/// <summary>The types that the checks know by name, looked up once in a compilation. Only <see cref="Create"/> says that there is anything to check at all.</summary>
internal sealed class KnownSymbols
{
    private readonly DefinitionTable<IAssemblySymbol, bool> marking;
    private readonly DefinitionTable<IAssemblySymbol, bool> verified;
    private readonly Dictionary<string, IAssemblySymbol> assemblies;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol immutable)
    {
        Compilation = compilation;
        Immutable = immutable;
        marking = new(RefersToOurs);
        verified = new(assembly => Has(assembly, TroopsVerified));
        assemblies = compilation
            .SourceModule.ReferencedAssemblySymbols.GroupBy(static assembly => assembly.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
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
        SharedDictionary = Ours("Sharing.SharedDictionary`2");
        TroopKinds = Ours("TroopKindsAttribute");
        TroopService = Ours("TroopServiceAttribute");
        InTroop = Ours("InTroopAttribute");
        TroopsVerified = Ours("TroopsVerifiedAttribute");
        TroopTask = Ours("TroopTaskAttribute");
        TaskType = Ours("TroopTask");
        TaskOfResult = Ours("TroopTask`1");
        TroopThread = Ours("TroopThread");
        TroopThreadOfResult = Ours("TroopThread`1");
        Blocking = Ours("Blocking");
        ThreadStatic = Net("System.ThreadStaticAttribute");
        ThreadLocal = NetIn("System.Threading", "System.Threading.ThreadLocal`1");
        AsyncLocal = NetIn("System.Threading", "System.Threading.AsyncLocal`1");
        ConditionalWeakTable = Net("System.Runtime.CompilerServices.ConditionalWeakTable`2");
        ModuleInitializer = Net("System.Runtime.CompilerServices.ModuleInitializerAttribute");
        GeneratedCode = Net("System.CodeDom.Compiler.GeneratedCodeAttribute");
        Unsafe = Net("System.Runtime.CompilerServices.Unsafe");
        MemoryMarshal = Net("System.Runtime.InteropServices.MemoryMarshal");
        EqualityComparer = Net("System.Collections.Generic.IEqualityComparer`1");
        Comparer = Net("System.Collections.Generic.IComparer`1");
        ImmutableDictionary = NetIn("System.Collections.Immutable", "System.Collections.Immutable.ImmutableDictionary`2");
        ImmutableHashSet = NetIn("System.Collections.Immutable", "System.Collections.Immutable.ImmutableHashSet`1");
        ImmutableSortedDictionary = NetIn("System.Collections.Immutable", "System.Collections.Immutable.ImmutableSortedDictionary`2");
        ImmutableSortedSet = NetIn("System.Collections.Immutable", "System.Collections.Immutable.ImmutableSortedSet`1");
        FrozenDictionary = NetIn("System.Collections.Immutable", "System.Collections.Frozen.FrozenDictionary`2");
        ConcurrentDictionary = NetIn("System.Collections.Concurrent", "System.Collections.Concurrent.ConcurrentDictionary`2");
        FrozenSet = NetIn("System.Collections.Immutable", "System.Collections.Frozen.FrozenSet`1");
        KeyValuePair = Net("System.Collections.Generic.KeyValuePair`2");
        KeyValuePairs = Net("System.Collections.Generic.KeyValuePair");
        IDictionary = Net("System.Collections.Generic.IDictionary`2");
        IReadOnlyDictionary = Net("System.Collections.Generic.IReadOnlyDictionary`2");
        InlineArray = Net("System.Runtime.CompilerServices.InlineArrayAttribute");
        SuppressMessage = Net("System.Diagnostics.CodeAnalysis.SuppressMessageAttribute");
        Lazy = Net("System.Lazy`1");
        Lock = Net("System.Threading.Lock");
        Dictionary = NetIn("System.Collections", "System.Collections.Generic.Dictionary`2");
        Task = Net("System.Threading.Tasks.Task");
        TaskWithResult = Net("System.Threading.Tasks.Task`1");
        ValueTask = Net("System.Threading.Tasks.ValueTask");
        ValueTaskWithResult = Net("System.Threading.Tasks.ValueTask`1");
        AsyncEnumerable = Net("System.Collections.Generic.IAsyncEnumerable`1");
        AsyncEnumerator = Net("System.Collections.Generic.IAsyncEnumerator`1");
        TaskScheduler = Net("System.Threading.Tasks.TaskScheduler");
        TaskCompletionSource = Net("System.Threading.Tasks.TaskCompletionSource");
        TaskCompletionSourceWithResult = Net("System.Threading.Tasks.TaskCompletionSource`1");
        TaskCreationOptions = Net("System.Threading.Tasks.TaskCreationOptions");
        CancellationTokenSource = Net("System.Threading.CancellationTokenSource");
        TaskFactory = Net("System.Threading.Tasks.TaskFactory");
        TaskFactoryOfResult = Net("System.Threading.Tasks.TaskFactory`1");
        Parallel = NetIn("System.Threading.Tasks.Parallel", "System.Threading.Tasks.Parallel");
        Thread = NetIn("System.Threading.Thread", "System.Threading.Thread");
        ThreadPool = NetIn("System.Threading.ThreadPool", "System.Threading.ThreadPool");
        Timer = Net("System.Threading.Timer");
        ComponentTimer = NetIn("System.ComponentModel.TypeConverter", "System.Timers.Timer");
        GCHandle = Net("System.Runtime.InteropServices.GCHandle");
        GarbageCollector = Net("System.GC");
        ImmutableArray = NetIn("System.Collections.Immutable", "System.Collections.Immutable.ImmutableArray");
        Enumerable = NetIn("System.Linq", "System.Linq.Enumerable");
        UnsafeAccessor = Net("System.Runtime.CompilerServices.UnsafeAccessorAttribute");
        Activator = Net("System.Activator");
        BindingFlags = Net("System.Reflection.BindingFlags");
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

    /// <summary><c>Troops.TroopTask</c> itself; <see cref="TroopTask"/> is the attribute.</summary>
    internal INamedTypeSymbol? TaskType { get; }
    internal INamedTypeSymbol? TaskOfResult { get; }
    internal INamedTypeSymbol? TroopThread { get; }
    internal INamedTypeSymbol? TroopThreadOfResult { get; }
    internal INamedTypeSymbol? Blocking { get; }
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

    internal INamedTypeSymbol? ConcurrentDictionary { get; }

    internal INamedTypeSymbol? KeyValuePair { get; }

    internal INamedTypeSymbol? KeyValuePairs { get; }

    internal INamedTypeSymbol? SharedDictionary { get; }
    internal INamedTypeSymbol? IDictionary { get; }
    internal INamedTypeSymbol? IReadOnlyDictionary { get; }
    internal INamedTypeSymbol? InlineArray { get; }
    internal INamedTypeSymbol? SuppressMessage { get; }
    internal INamedTypeSymbol? Lazy { get; }
    internal INamedTypeSymbol? Lock { get; }
    internal INamedTypeSymbol? Dictionary { get; }
    internal INamedTypeSymbol? Task { get; }
    internal INamedTypeSymbol? TaskWithResult { get; }
    internal INamedTypeSymbol? ValueTask { get; }
    internal INamedTypeSymbol? ValueTaskWithResult { get; }
    internal INamedTypeSymbol? AsyncEnumerable { get; }
    internal INamedTypeSymbol? AsyncEnumerator { get; }
    internal INamedTypeSymbol? TaskScheduler { get; }
    internal INamedTypeSymbol? TaskCompletionSource { get; }
    internal INamedTypeSymbol? TaskCompletionSourceWithResult { get; }
    internal INamedTypeSymbol? TaskCreationOptions { get; }
    internal INamedTypeSymbol? CancellationTokenSource { get; }
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
    internal INamedTypeSymbol? UnsafeAccessor { get; }
    internal INamedTypeSymbol? Activator { get; }
    internal INamedTypeSymbol? BindingFlags { get; }

    /// <summary>Null if the compilation does not know the runtime's annotations: then nothing promises anything.</summary>
    internal static KnownSymbols? Create(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Troops.ImmutableAttribute") is { } immutable ? new(compilation, immutable) : null;

    /// <summary>Whether anything in the assembly can carry our attributes: it refers to the one that declares them. Reading attributes is what costs in metadata.</summary>
    internal bool CanMark(IAssemblySymbol? assembly) =>
        assembly is not null && (SymbolEqualityComparer.Default.Equals(assembly, Compilation.Assembly) || marking.Of(assembly));

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
            || verified.Of(assembly)
        );

    private INamedTypeSymbol? Ours(string name) => In(Immutable.ContainingAssembly, $"Troops.{name}");

    private INamedTypeSymbol? Net(string name) => Compilation.GetTypeByMetadataName(name);

    /// <summary>What the compiler does not find in the core library it looks for in each of hundreds of references; so the one that has it in .NET goes first.</summary>
    private INamedTypeSymbol? NetIn(string assembly, string name) =>
        assemblies.TryGetValue(assembly, out IAssemblySymbol? likely) && In(likely, name) is { } found ? found : Net(name);

    /// <summary>This compilation's own type of that name, which hides others, or that of the assembly.</summary>
    private INamedTypeSymbol? In(IAssemblySymbol assembly, string name) =>
        Compilation.Assembly.GetTypeByMetadataName(name) ?? assembly.GetTypeByMetadataName(name);
}
