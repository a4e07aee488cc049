using System.Reflection;

namespace Troops.Tests.Corpus;

/// <summary>
/// The compiled bodies and their <c>Probe</c>: types that this assembly knows by name alone. Or what hindered the compiler: a text, because an exception that is thrown for each of a
/// thousand tests grows with each.
/// </summary>
internal sealed class CorpusAssembly(Assembly? assembly, string errors = "")
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const string Namespace = "Corpus";

    private readonly Type probe = assembly?.GetType($"{Namespace}.Probe", throwOnError: true) ?? typeof(void);

    internal string Errors => errors;

    /// <summary>The method as written.</summary>
    internal MethodInfo Original(string body) => TypeOf(body).GetMethod(NameOf(body), Any) ?? throw new MissingMethodException(body);

    /// <summary>What the generator made of it; null if it left it alone.</summary>
    internal MethodInfo? Copy(string body) =>
        TypeOf(body)
            .GetMethods(Any)
            .SingleOrDefault(method =>
                method.Name.StartsWith($"__troop_{NameOf(body)}_", StringComparison.Ordinal)
                && !method.Name.EndsWith("_started", StringComparison.Ordinal)
                // The hash has no underscore; another body's name may begin with this one's.
                && !method.Name[$"__troop_{NameOf(body)}_".Length..].Contains('_', StringComparison.Ordinal)
            );

    /// <summary>The reason that the body gives if the generator is to leave it alone.</summary>
    internal string? WhyNoCopy(string body) =>
        (string?)Original(body).CustomAttributes.FirstOrDefault(static mark => mark.AttributeType.Name == "NoCopyAttribute")?.ConstructorArguments[0].Value;

    /// <summary>What the generator made, of every method: those that bodies call too.</summary>
    internal IEnumerable<string> Copies =>
        assembly!.GetTypes().SelectMany(static type => type.GetMethods(Any | BindingFlags.Instance).Where(IsCopy).Select(method => $"{type}.{method.Name}"));

    internal object NewProbe(CorpusMode mode) => Activator.CreateInstance(probe, mode.Kind.ToString(), mode.Seed, mode.At)!;

    internal int EventsOf(object instance) => (int)probe.GetProperty("Events")!.GetValue(instance)!;

    internal string TraceOf(object instance) => (string)probe.GetProperty("Trace")!.GetValue(instance)!;

    private static bool IsCopy(MethodInfo method) => method.Name.StartsWith("__troop_", StringComparison.Ordinal);

    private static string NameOf(string body) => body[(body.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private Type TypeOf(string body) => assembly!.GetType($"{Namespace}.{body[..body.IndexOf('.', StringComparison.Ordinal)]}", throwOnError: true)!;
}
