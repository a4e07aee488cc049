using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Troops.Diagnostics;

/// <summary>Where bodies come from: the generator's copies by what it has written into their assembly, all others by their names alone.</summary>
internal sealed class BodyPlaces
{
    /// <summary>Weak: an assembly may be unloaded.</summary>
    private static readonly ConditionalWeakTable<Assembly, BodyPlaces> Known = [];

    /// <summary>By the name of the copy. Two types may have tasks of one name and signature.</summary>
    private readonly Dictionary<string, List<BodyPlace>> copies = new(StringComparer.Ordinal);

    private BodyPlaces(Assembly assembly)
    {
        foreach (TroopBodiesAttribute bodies in assembly.GetCustomAttributes<TroopBodiesAttribute>())
        {
            foreach (string entry in bodies.Entries)
            {
                Add(bodies.File, entry);
            }
        }
    }

    /// <summary>The body behind a state machine.</summary>
    internal static BodyPlace Of(Type stateMachine)
    {
        string compiled = stateMachine.Name;
        for (Type? type = stateMachine; type is not null; type = type.DeclaringType)
        {
            // A lambda in a copy is called after it, or stands in a class that is.
            if (CopyIn(type.Name) is { } copy)
            {
                return Known.GetValue(stateMachine.Assembly, static assembly => new BodyPlaces(assembly)).Of(copy, compiled, stateMachine.DeclaringType);
            }
        }

        return new BodyPlace(BodyName.Of(compiled, stateMachine.DeclaringType), null, 0);
    }

    private static string? CopyIn(string name)
    {
        int start = name.IndexOf(BodyName.CopyPrefix, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        int end = start;
        while (end < name.Length && (char.IsLetterOrDigit(name[end]) || name[end] == '_'))
        {
            end++;
        }

        return name[start..end];
    }

    private void Add(string file, string entry)
    {
        int equals = entry.IndexOf('=', StringComparison.Ordinal);
        int colon = entry.LastIndexOf(':');
        if (equals > 0 && colon > equals && int.TryParse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int line))
        {
            string copy = entry[..equals];
            if (!copies.TryGetValue(copy, out List<BodyPlace>? places))
            {
                copies.Add(copy, places = []);
            }

            places.Add(new BodyPlace(entry[(equals + 1)..colon], file, line));
        }
    }

    private BodyPlace Of(string copy, string compiled, Type? declaring)
    {
        string shown = BodyName.Compiled(compiled, declaring);
        string name = BodyName.OfCopy(shown);
        if (!copies.TryGetValue(copy, out List<BodyPlace>? places))
        {
            return new BodyPlace(name, null, 0);
        }

        BodyPlace place = places.Find(place => TypeOf(place.Name) == TypeOf(shown)) ?? places[0];

        // A local function keeps its own name.
        return shown.EndsWith(copy, StringComparison.Ordinal) ? place : place with { Name = name };
    }

    /// <summary><c>Shop</c> of <c>Shop.Sum</c>, and of <c>Store.Shop.Sum</c> too, whatever its type arguments.</summary>
    private static string TypeOf(string name)
    {
        int method = name.LastIndexOf('.');
        ReadOnlySpan<char> type = method < 0 ? default : name.AsSpan(0, method);
        type = type[(type.LastIndexOf('.') + 1)..];
        int end = type.IndexOfAny('`', '<');
        return (end < 0 ? type : type[..end]).ToString();
    }
}
