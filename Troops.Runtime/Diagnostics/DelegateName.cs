using System.Reflection;

namespace Troops.Diagnostics;

/// <summary>Readable names for the delegates that threads start with.</summary>
internal static class DelegateName
{
    /// <summary>The method that a lambda stands in: <c>&lt;Fetch&gt;b__0</c> in <c>Shop.&lt;&gt;c</c> is <c>Shop.Fetch</c>; of a method group its own name.</summary>
    internal static string Of(Delegate body)
    {
        MethodInfo method = body.Method;
        string name = method.Name;
        int start = name.IndexOf('<', StringComparison.Ordinal);
        int end = name.IndexOf('>', StringComparison.Ordinal);
        if (start == 0 && end > 1)
        {
            name = name[1..end].TrimStart('<');
        }

        Type? type = method.DeclaringType;
        while (type is { Name: ['<', ..], DeclaringType: { } outer })
        {
            // The class that holds what the lambda captures.
            type = outer;
        }

        return type is null ? name : $"{type.Name}.{name}";
    }
}
