// State beside an immutable object.
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Troops;
using Troops.Sharing;

[Immutable] sealed class Page(string text) { public string Text { get; } = text; }
[Immutable] sealed record Key(int X);
sealed class Mutable { public int N; }
[TroopsOutside("not about statics")]
static class S
{
    public static readonly ConditionalWeakTable<Page, string> Notes = []; //! TROOP016 [Notes] 'S.Notes' keeps state beside each 'Page', which is immutable, so that it changes after all; put it into a type of its own that one thread owns, or into a [ThreadSafe] one
    public static readonly ConcurrentDictionary<Page, int> Hits = new(); //! TROOP016 [Hits] 'S.Hits' keeps state beside each 'Page', which is immutable, so that it changes after all; put it into a type of its own that one thread owns, or into a [ThreadSafe] one
    [Audited("me", "for a trial", "2099-12-31")] public static ConditionalWeakTable<object, string> Any { get; } = [];
    public static readonly ConcurrentDictionary<string, int> ByName = new();
    public static readonly ConcurrentDictionary<Key, int> ByValue = new();
    public static readonly FrozenDictionary<Page, int> Frozen = FrozenDictionary<Page, int>.Empty;
    public static readonly ImmutableDictionary<Page, int> Immutable = ImmutableDictionary<Page, int>.Empty;
    public static readonly SharedDictionary<Page, int> Shared = new();
}
sealed class Owned { readonly Dictionary<Page, int> hits = []; public int Count => hits.Count; }
//---
// In an immutable type, static or not, generic or not.
using System.Runtime.CompilerServices;
using Troops;

[Immutable, TroopsOutside("not about statics")] sealed class Page { static readonly ConditionalWeakTable<Page, string> notes = []; public string? Note => notes.TryGetValue(this, out string? note) ? note : null; } //! TROOP016 [notes] 'Page.notes' keeps state beside each 'Page', which is immutable, so that it changes after all; put it into a type of its own that one thread owns, or into a [ThreadSafe] one
[Immutable] sealed class Book { readonly ConditionalWeakTable<Page, string> notes = []; public int N => notes.Count(); } //! TROOP002 [notes] 'Book' must be immutable, but Book.notes -> ConditionalWeakTable<Page, string> (mutable); use an immutable type, as those of System.Collections.Immutable //! TROOP016 [notes] 'Book.notes' keeps state beside each 'Page', which is immutable, so that it changes after all; put it into a type of its own that one thread owns, or into a [ThreadSafe] one
