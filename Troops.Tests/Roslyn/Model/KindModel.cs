using Troops.Roslyn.Model;

namespace Troops.Tests.Roslyn.Model;

/// <summary>The kinds of a random program's classes, found the naive way: a table of class and argument kind, lowered until nothing changes.</summary>
/// <remarks>It knows a type argument by its kind alone, so a class has at most four rows, however deep arguments are nested.</remarks>
internal static class KindModel
{
    internal static Kind Of(IReadOnlyList<GraphType> classes, int index, string? argument)
    {
        Dictionary<(int Class, Kind Argument), Kind> table = [];
        for (int i = 0; i < classes.Count; i++)
        {
            foreach (Kind kind in Enum.GetValues<Kind>())
            {
                table.Add((i, kind), Kind.Val);
            }
        }

        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach ((int Class, Kind Argument) row in table.Keys.ToArray())
            {
                Kind kind = Judge(classes, row, table);
                changed |= kind != table[row];
                table[row] = kind;
            }
        }

        return table[(index, argument is null ? Kind.Val : OfArgument(argument))];
    }

    private static Kind OfArgument(string argument) =>
        argument switch
        {
            "int" => Kind.Val,
            "Token" => Kind.Sync,
            _ => Kind.Ref,
        };

    private static Kind Judge(IReadOnlyList<GraphType> classes, (int Class, Kind Argument) row, Dictionary<(int Class, Kind Argument), Kind> table)
    {
        GraphType type = classes[row.Class];
        if (type.Promise is not null)
        {
            return type.Promise == "Immutable" ? Kind.Val : Kind.Sync;
        }

        return type.IsPublic || !type.IsSealed || type.Fields.Any(static field => !field.IsReadonly)
            ? Kind.Ref
            : type.Fields.Select(field => Judge(classes, field.Type, type.Arity == 1 ? row.Argument : Kind.Val, table)).Prepend(Kind.Val).Min();
    }

    private static Kind Judge(IReadOnlyList<GraphType> classes, GraphField field, Kind parameter, Dictionary<(int Class, Kind Argument), Kind> table)
    {
        Kind inner = field.Inner is null ? Kind.Val : Judge(classes, field.Inner, parameter, table);
        return field.Shape switch
        {
            "List" or "Random" or "Array" => Kind.Ref,
            "Token" => Kind.Sync,
            "T" => parameter,
            "ImmutableArray" or "Tuple" => inner,
            "Class" => table[(field.Index % classes.Count, classes[field.Index % classes.Count].Arity == 1 ? inner : Kind.Val)],
            _ => Kind.Val,
        };
    }
}
