using Troops.Sharing;
using Troops.Tests.Support;

namespace Troops.Tests.Sharing;

/// <summary>An atomic value of any type, and what each operation on it gave.</summary>
internal sealed class AtomicHistory<[Shareable] T>(Func<int, T> of)
{
    private readonly Atomic<T> atomic = new(of(0));
    private readonly Outcomes outcomes = new();

    internal void Read(int id) => outcomes.Add(id, () => $"{atomic.Value}");

    internal void Write(int number) => atomic.Value = of(number);

    internal void Exchange(int id, int number) => outcomes.Add(id, () => $"{atomic.Exchange(of(number))}");

    internal void CompareExchange(int id, int number, int comparand) => outcomes.Add(id, () => $"{atomic.CompareExchange(of(number), of(comparand))}");

    internal void Update(int id, Func<T, T> change) => outcomes.Add(id, () => $"{atomic.Update(change)}");

    public override string ToString() => $"{atomic.Value} {outcomes.Print()}";
}
