using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Troops.Generators.Tasks.Emitting;
using Troops.Generators.Tasks.Model;
using Troops.Generators.Tasks.Parsing;
using Troops.Roslyn.Tasks;

namespace Troops.Generators.Tasks;

/// <summary>Writes the metered copy of every task into its type, and redirects calls of tasks to the copies.</summary>
/// <remarks>
/// What runs when: on each key pressed a step that looks at syntax alone, and at the edited file alone. What needs to know what names mean hangs on implementation outputs,
/// which an editor leaves out; nobody's code refers to what is written here. A build runs it; a file is written again only if what it says has changed.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class TasksGenerator : IIncrementalGenerator
{
    /// <summary>The steps, as the driver reports on them.</summary>
    internal const string Keys = "Tasks";
    internal const string Parsed = "ParsedTasks";
    internal const string Copies = "Copies";
    internal const string Interceptors = "Interceptors";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<TaskKey>> keys = context
            .SyntaxProvider.CreateSyntaxProvider(static (node, _) => TaskSyntax.IsTask(node), static (found, _) => KeyOf((MethodDeclarationSyntax)found.Node))
            .WithTrackingName(Keys)
            .Collect();

        // What other steps add to the compilation, as services and messages do, is to be added here: generators do not see each other's output.
        IncrementalValueProvider<ParsedTasks> parsed = keys.Combine(context.CompilationProvider)
            .Select(static (input, cancellation) => TasksParser.Parse(input.Left, input.Right, cancellation))
            .WithTrackingName(Parsed);

        context.RegisterImplementationSourceOutput(parsed.SelectMany(static (tasks, _) => tasks.Copies.Items).WithTrackingName(Copies), CopyEmitter.Emit);
        context.RegisterImplementationSourceOutput(
            parsed.SelectMany(static (tasks, _) => tasks.Interceptors.Items).WithTrackingName(Interceptors),
            InterceptorEmitter.Emit
        );
    }

    private static TaskKey KeyOf(MethodDeclarationSyntax method) => new(method.SyntaxTree.FilePath, method.ToString());
}
