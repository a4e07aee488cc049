namespace Troops.Generators.Tasks.Model;

/// <summary>The interceptors of one file of source.</summary>
/// <param name="HintName">Of the file that is written.</param>
/// <param name="ClassName">Of the class that holds them.</param>
/// <param name="Interceptors">One a task that is called, and way of calling it.</param>
internal sealed record InterceptorFile(string HintName, string ClassName, Sequence<Interceptor> Interceptors);
