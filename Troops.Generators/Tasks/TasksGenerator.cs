using Microsoft.CodeAnalysis;
using Troops.Generators.Tasks.Emitting;
using Troops.Generators.Tasks.Model;
using Troops.Generators.Tasks.Parsing;

namespace Troops.Generators.Tasks;

/// <summary>Writes the metered copy of every task into its type, and redirects calls of tasks to the copies.</summary>
/// <remarks>
/// What runs when: nobody's code refers to what is written here, so all of it hangs on implementation outputs, which an editor leaves out: a key pressed costs nothing. A build looks at
/// every declaration's text, and at the meaning of those that look like tasks and of the calls that name one; a file is written again only if what it says has changed.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class TasksGenerator : IIncrementalGenerator
{
    /// <summary>The steps, as the driver reports on them.</summary>
    internal const string Parsed = "ParsedTasks";
    internal const string Copies = "Copies";
    internal const string Interceptors = "Interceptors";

    /// <summary>Hears of every error for which something is left out, in the text that was tried. No user meets one: each is a construct that this generator does not know.</summary>
    internal Action<Diagnostic>? Refused { get; init; }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Action<Diagnostic>? refused = Refused;
        // What other steps add to the compilation, as services and messages do, is to be added here: generators do not see each other's output.
        IncrementalValueProvider<ParsedTasks> parsed = context
            .CompilationProvider.Select((compilation, cancellation) => TasksParser.Parse(compilation, refused, cancellation))
            .WithTrackingName(Parsed);

        context.RegisterImplementationSourceOutput(parsed.SelectMany(static (tasks, _) => tasks.Copies.Items).WithTrackingName(Copies), CopyEmitter.Emit);
        context.RegisterImplementationSourceOutput(
            parsed.SelectMany(static (tasks, _) => tasks.Interceptors.Items).WithTrackingName(Interceptors),
            InterceptorEmitter.Emit
        );
    }
}
