// Audit is incomplete or has expired.
using Troops;

[Immutable]
sealed class C
{
    [Audited("", "filled once", "2099-12-31")] readonly int[] a = [1]; //! TROOP091 [Audited("", "filled once", "2099-12-31")] The audit of 'C.a' does not say who vouches
    [Audited("me", "  ", "2099-12-31")] readonly int[] b = [1]; //! TROOP091 [Audited("me", "  ", "2099-12-31")] The audit of 'C.b' does not say why the promise holds
    [Audited("me", "filled once", "soon")] readonly int[] c = [1]; //! TROOP091 [Audited("me", "filled once", "soon")] The audit of 'C.c' must name its last day as yyyy-MM-dd, not 'soon'
    [Audited("me", "filled once", "31.12.2099")] readonly int[] d = [1]; //! TROOP091 [Audited("me", "filled once", "31.12.2099")] The audit of 'C.d' must name its last day as yyyy-MM-dd, not '31.12.2099'
    [Audited("me", "filled once", "2020-02-29")] readonly int[] e = [1]; //! TROOP091 [Audited("me", "filled once", "2020-02-29")] The audit of 'C.e' has expired: 2020-02-29 was its last day; look at the code again, then correct it or set a new day
    [Audited("me", "filled once", "2021-02-29")] readonly int[] f = [1]; //! TROOP091 [Audited("me", "filled once", "2021-02-29")] The audit of 'C.f' must name its last day as yyyy-MM-dd, not '2021-02-29'
    [Audited("me", null!, "2099-12-31")] public int[] P { get; } = [1]; //! TROOP091 [Audited("me", null!, "2099-12-31")] The audit of 'C.P' does not say why the promise holds
    [field: Audited("", "filled once", "2099-12-31")] public int[] Q { get; } = [1]; //! TROOP091 [Audited("", "filled once", "2099-12-31")] The audit of 'C.Q' does not say who vouches
    [Audited("me", "never raised", "1999-01-01")] event Action? E; //! TROOP091 [Audited("me", "never raised", "1999-01-01")] The audit of 'C.E' has expired: 1999-01-01 was its last day; look at the code again, then correct it or set a new day
    public int Sum() { E?.Invoke(); return a[0] + b[0] + c[0] + d[0] + e[0] + f[0]; }
}
//---
// On types, constructors, methods and accessors too.
using Troops;

static class Reg { internal static void Add(object o) => GC.KeepAlive(o); }

[Audited("me", "a lock guards it", ""), ThreadSafe] //! TROOP091 [Audited("me", "a lock guards it", "")] The audit of 'Counter' must name its last day as yyyy-MM-dd, not ''
sealed class Counter { int n; public void Add() { lock (this) { n++; } } public int N => n; }

[Immutable]
sealed class C
{
    [Audited("me", "the registry looks later", "2001-01-01")] public C() => Reg.Add(this); //! TROOP091 [Audited("me", "the registry looks later", "2001-01-01")] The audit of 'C.C' has expired: 2001-01-01 was its last day; look at the code again, then correct it or set a new day
    public int P
    {
        get => 1;
        [Audited("", "the registry looks later", "2099-12-31")] init => Reg.Add(this); //! TROOP091 [Audited("", "the registry looks later", "2099-12-31")] The audit of 'C.P.init' does not say who vouches
    }
}
//---
// Complete, and not over: the last day counts, and so does a constant.
using Troops;

static class Team { internal const string Name = "storage"; }

[Immutable]
sealed class C
{
    [Audited(Team.Name, "filled once", "2099-12-31")] readonly int[] a = [1];
    [AuditedAttribute(expires: "9999-12-31", owner: "me", reason: "filled once")] public int[] P { get; } = [1];
    [field: Audited("me", "filled once", "2099-12-31")] public int[] Q { get; } = [1];
    public int First => a[0];
}
