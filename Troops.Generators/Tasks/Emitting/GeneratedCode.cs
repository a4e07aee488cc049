namespace Troops.Generators.Tasks.Emitting;

/// <summary>What says of a member that nobody wrote it and nobody should call it.</summary>
internal static class GeneratedCode
{
    private static readonly string Version = typeof(GeneratedCode).Assembly.GetName().Version!.ToString(3);

    internal static void Mark(CodeWriter code)
    {
        code.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"Troops.Generators\", \"{Version}\")]");
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
    }
}
