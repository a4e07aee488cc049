// An accessor assigns its backing field.
using Troops;

[Immutable]
sealed class C
{
    public string Lazy => field ??= "x"; //! TROOP004 [Lazy] 'C' must be immutable, but C.Lazy (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public int Count { get => ++field; } //! TROOP004 [Count] 'C' must be immutable, but C.Count (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public int Post { get { return field++; } } //! TROOP004 [Post] 'C' must be immutable, but C.Post (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public int Set { get; set => field = value; } //! TROOP004 [Set] 'C' must be immutable, but C.Set (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public int Once { get { if (field == 0) { field = 1; } return field; } init; } //! TROOP004 [Once] 'C' must be immutable, but C.Once (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public int Ref { get { Up(ref field); return field; } } //! TROOP004 [Ref] 'C' must be immutable, but C.Ref (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public int Out { get { int.TryParse("1", out field); return field; } } //! TROOP004 [Out] 'C' must be immutable, but C.Out (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public (int A, int B) Pair { get { field.A = 1; return field; } } //! TROOP004 [Pair] 'C' must be immutable, but C.Pair (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public (int A, int B) Swap { get { (field.A, field.B) = (field.B, field.A); return field; } } //! TROOP004 [Swap] 'C' must be immutable, but C.Swap (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public int Alias { get { ref int f = ref field; f = 1; return field; } } //! TROOP004 [Alias] 'C' must be immutable, but C.Alias (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
    public int Late { get => field; init { field = value; Later = () => field = 2; } } //! TROOP004 [Late] 'C' must be immutable, but C.Late (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type //! TROOP007 [() => field = 2] 'C' must not be seen before it is constructed, but a lambda captures 'this'; hand it out after construction, from a static factory
    static Action? Later { set { } }
    static void Up(ref int n) => n++;
}
//---
// Read, computed, or assigned by init alone.
using Troops;

[Immutable]
sealed class C
{
    public int Plain { get => field; init => field = value; }
    public int Checked { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); }
    public string Trimmed { get => field.Trim(); } = " x ";
    public string Or { get => field ?? "none"; init => field = value; } = "";
    public (int A, int B) Pair { get => (field.B, field.A); init { field = value; field.A = 1; } }
    public int Computed => 1;
    static string Shared => "s";
}
[Immutable] sealed record R(string Name) { public string Name { get; init => field = value.Trim(); } = Name; }
//---
// Partial properties: the part that has the body counts. In structs too.
using Troops;

[Immutable] sealed partial class C { public partial string Name { get; } public partial string Fine { get; init; } }
partial class C { public partial string Name => field ??= "x"; public partial string Fine { get => field; init => field = value; } } //! TROOP004 [Name] 'C' must be immutable, but C.Name (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
[Immutable] struct S { public int N { get => field++; } } //! TROOP004 [N] 'S' must be immutable, but S.N (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
//---
// By an extension that takes it by reference.
using Troops;

static class Extensions { public static void Grow(this ref int n) => n++; }
[Immutable] sealed class C { public int N { get { field.Grow(); return field; } } } //! TROOP004 [N] 'C' must be immutable, but C.N (assigned through 'field' outside of construction); compute it in the constructor or on each call, or hold a Once<T> in a [ThreadSafe] type
//---
// A type that promises nothing may; so may one that somebody vouches for.
using Troops;

sealed class Free { public string Lazy => field ??= "x"; }
[Immutable] sealed class C { [Audited("me", "always the same value", "2099-12-31")] public string Lazy => field ??= "x"; }
