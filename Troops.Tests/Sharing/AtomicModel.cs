using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>A variable.</summary>
internal sealed class AtomicModel<T>(Func<int, T> of)
{
    private readonly Dictionary<int, string> outcomes = [];
    private T value = of(0);

    internal void Read(int id) => outcomes[id] = $"{value}";

    internal void Write(int number) => value = of(number);

    internal void Exchange(int id, int number)
    {
        outcomes[id] = $"{value}";
        value = of(number);
    }

    internal void CompareExchange(int id, int number, int comparand)
    {
        outcomes[id] = $"{value}";
        value = EqualityComparer<T>.Default.Equals(value, of(comparand)) ? of(number) : value;
    }

    internal void Update(int id, Func<T, T> change)
    {
        value = change(value);
        outcomes[id] = $"{value}";
    }

    public override string ToString() => $"{value} {Outcomes.Print(outcomes)}";
}
