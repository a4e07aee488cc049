// Unnecessary audit or attribute.
using System.Collections.Immutable;
using Troops;

[Immutable]
sealed class C
{
    [Audited("me", "never written", "2099-12-31")] readonly int x = 1; //! TROOP093 [Audited("me", "never written", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'C.x'; delete it
    [Audited("me", "never written", "2099-12-31")] public string P { get; init; } = ""; //! TROOP093 [Audited("me", "never written", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'C.P'; delete it
    [Audited("me", "never written", "2099-12-31")] readonly ImmutableArray<int> y = [1]; //! TROOP093 [Audited("me", "never written", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'C.y'; delete it
    [Audited("me", "text", "2099-12-31")] readonly object o = "text"; //! TROOP093 [Audited("me", "text", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'C.o'; delete it
    [field: Audited("me", "never written", "2099-12-31")] public int Q { get; } //! TROOP093 [Audited("me", "never written", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'C.Q'; delete it
    [Audited("me", "a number", "2099-12-31")] const int One = 1; //! TROOP093 [Audited("me", "a number", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'C.One'; delete it
    [Audited("me", "does nothing", "2099-12-31")] public C() { } //! TROOP093 [Audited("me", "does nothing", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'C.C'; delete it
    [Audited("me", "does nothing", "2099-12-31")] public int Use() => x + y.Length + o.GetHashCode() + One; //! TROOP093 [Audited("me", "does nothing", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'C.Use'; delete it
}
//---
// Where nothing is promised there is nothing to break; where a kind is inferred there is.
using Troops;

public class Service
{
    [Audited("me", "one thread", "2099-12-31")] public List<int> Items = []; //! TROOP093 [Audited("me", "one thread", "2099-12-31")] [Audited] silences nothing: 'Service' does not promise anything that 'Service.Items' could break; delete it
    [Audited("me", "one thread", "2099-12-31")] public event Action? Changed; //! TROOP093 [Audited("me", "one thread", "2099-12-31")] [Audited] silences nothing: 'Service' does not promise anything that 'Service.Changed' could break; delete it
    public void Raise() => Changed?.Invoke();
}
sealed class Inferred
{
    [Audited("me", "filled once", "2099-12-31")] readonly int[] table = [1];
    [Audited("me", "never called twice", "2099-12-31")] event Action? Done;
    public int First { get { Done?.Invoke(); return table[0]; } }
}
//---
// Types.
using Troops;
using Troops.Sharing;

[ThreadSafe, Audited("me", "channels are", "2099-12-31")] //! TROOP093 [Audited("me", "channels are", "2099-12-31")] [Audited] silences nothing: the fields of 'Proved' prove that it is thread-safe; delete it
sealed record Proved(string Text, Channel<string> Answers);

[Audited("me", "all fine", "2099-12-31"), Immutable] //! TROOP093 [Audited("me", "all fine", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'Fine' itself, and its members have audits of their own; delete it
sealed record Fine(string Text);

[ThreadSafe, Audited("me", "a lock guards it", "2099-12-31")]
sealed class Guarded { int n; public void Add() { lock (this) { n++; } } public int N => n; }
//---
// Statics.
using Troops;

static class S
{
    [Audited("me", "a number", "2099-12-31")] static readonly int One = 1; //! TROOP093 [Audited("me", "a number", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'S.One'; delete it
    [Audited("me", "a plain lock", "2099-12-31")] static readonly object Gate = new(); //! TROOP093 [Audited("me", "a plain lock", "2099-12-31")] [Audited] silences nothing: nothing is reported about 'S.Gate'; delete it
    [Audited("me", "filled once", "2099-12-31")] static readonly int[] Table = [1];
    [Audited("me", "start only", "2099-12-31")] static int count;
    [Audited("me", "start only", "2099-12-31")] static event Action? Started;
    public static int Use() { Started?.Invoke(); lock (Gate) { return One + Table[0] + count++; } }
}
//---
// Of use: each silences something, in a declaration or in code.
using Troops;

static class Reg { internal static void Add(object o) => GC.KeepAlive(o); }

[Immutable]
sealed class C
{
    [Audited("me", "a cache of what is immutable", "2099-12-31")] int hash;
    [Audited("me", "filled once", "2099-12-31")] readonly int[] table = [1];
    [Audited("me", "filled once", "2099-12-31")] public object Tag { get; init; } = new List<int>();
    [Audited("me", "cached", "2099-12-31")] public string Text => field ??= "x";
    [Audited("me", "never raised", "2099-12-31")] event Action? E;
    [Audited("me", "the registry looks later", "2099-12-31")] public C() => Reg.Add(this);
    public int P
    {
        get => 1;
        [Audited("me", "the registry looks later", "2099-12-31")] init => Reg.Add(this);
    }
    public int Hash { get { E?.Invoke(); return hash = table.Length; } }
}
[ImmutableBase]
class Base { [Audited("me", "filled once", "2099-12-31")] protected readonly int[] table = [1]; }
//---
// Outside twice.
using Troops;

[TroopsOutside("an adapter")]
static class Adapter
{
    static int n;
    [TroopsOutside("an adapter")] //! TROOP093 [TroopsOutside("an adapter")] [TroopsOutside] silences nothing: the type around 'Adapter.Inner' is outside already; delete it
    internal static class Inner { internal static int N = n++; }
}
//---
using Troops;

[assembly: TroopsOutside("tests")]

[TroopsOutside("an adapter")] static class Adapter { internal static int n; } //! TROOP093 [TroopsOutside("an adapter")] [TroopsOutside] silences nothing: the assembly around 'Adapter' is outside already; delete it
