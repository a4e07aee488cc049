// Mutable field in an immutable type. Each program starts at a line of dashes.
using Troops;

[Immutable]
sealed class C
{
    int x; //! TROOP001 [x] 'C' must be immutable, but C.x (not readonly); make it readonly
    public int P { get; private set; } //! TROOP001 [P] 'C' must be immutable, but C.P (has a setter); make it get-only or init
    volatile int v; //! TROOP001 [v] 'C' must be immutable, but C.v (not readonly); make it readonly
    public int Q { get; }
    public int R { get; init; }
    readonly string s = "";
    public int Use() => x + v + s.Length;
}
//---
using Troops;

[Immutable]
sealed record R(int X, string Y)
{
    public int Z { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); }
}
