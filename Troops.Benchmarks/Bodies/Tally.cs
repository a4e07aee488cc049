namespace Troops.Benchmarks.Bodies;

/// <summary>What a trial has found so far.</summary>
internal sealed class Tally
{
    internal int Projects { get; set; }

    internal int Files { get; set; }

    /// <summary>Async methods that are no tasks.</summary>
    internal int Others { get; set; }

    /// <summary>Declarations that were taken out, since something that they need is missing.</summary>
    internal int Pruned { get; set; }

    /// <summary>Projects in which declarations that do not bind are left: there the compiler binds bodies, and goes no further.</summary>
    internal int Unlowered { get; set; }

    /// <summary>Async methods whose bodies need something that is missing.</summary>
    internal int Unbound { get; set; }

    /// <summary>Async methods that bind.</summary>
    internal int Tried { get; set; }

    internal int Copied { get; set; }

    internal int Intercepted { get; set; }

    internal TimeSpan Generator { get; set; }

    internal SortedDictionary<string, ConstructCount> Constructs { get; } = new(StringComparer.Ordinal);

    /// <summary>Why there is no copy: what TROOP072 says.</summary>
    internal SortedDictionary<string, int> Reasons { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a twin does not bind and its original does: then it is no trial.</summary>
    internal List<string> Twins { get; } = [];

    /// <summary>What the generator itself found to be wrong, and left out.</summary>
    internal List<string> Dropped { get; } = [];

    /// <summary>Exceptions of the generator.</summary>
    internal List<string> Crashes { get; } = [];

    /// <summary>Errors that it caused.</summary>
    internal List<string> Errors { get; } = [];

    internal bool IsPassed => Crashes.Count == 0 && Errors.Count == 0;

    internal void Add(IEnumerable<string> constructs, bool isCopied)
    {
        foreach (IGrouping<string, string> construct in constructs.GroupBy(static construct => construct, StringComparer.Ordinal))
        {
            if (!Constructs.TryGetValue(construct.Key, out ConstructCount? count))
            {
                Constructs.Add(construct.Key, count = new());
            }

            count.Add(construct.Count(), isCopied);
        }
    }
}
