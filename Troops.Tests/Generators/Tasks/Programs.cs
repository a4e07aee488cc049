using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Troops.Tests.Generators.Tasks;

/// <summary>Compilations that run: emitted with their symbols, and found by each other.</summary>
internal sealed class Programs(string name)
{
    private readonly AssemblyLoadContext context = new(name);

    /// <summary>Emits and loads; returns what others refer to it with.</summary>
    internal MetadataReference Add(Compilation compilation)
    {
        using MemoryStream code = new();
        using MemoryStream symbols = new();
        EmitResult emitted = compilation.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.That(emitted.Success, Is.True, () => string.Join('\n', emitted.Diagnostics));
        code.Position = symbols.Position = 0;
        context.LoadFromStream(code, symbols);
        return MetadataReference.CreateFromImage(code.ToArray());
    }

    internal Assembly Load(string assembly) => context.LoadFromAssemblyName(new AssemblyName(assembly));
}
