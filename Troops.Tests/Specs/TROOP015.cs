// Event in an immutable type.
using Troops;

[Immutable]
sealed class C
{
    public event Action? Changed; //! TROOP015 [Changed] 'C' must be immutable, but C.Changed (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns
    event EventHandler<int>? Private; //! TROOP015 [Private] 'C' must be immutable, but C.Private (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns
    public event Action? A, B; //! TROOP015 [A] 'C' must be immutable, but C.A (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns //! TROOP015 [B] 'C' must be immutable, but C.B (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns
    public static event Action Static { add { } remove { } }
    public event Action Forwarded { add => Console.CancelKeyPress += (_, _) => value(); remove { } } //! TROOP034 [value] 'Console.CancelKeyPress' runs a delegate on another thread that holds on to value (a delegate whose captures cannot be seen from here); write the lambda here, or mark the parameter that it comes from [ThreadEntry]
    public void Raise() { Changed?.Invoke(); Private?.Invoke(this, 1); A?.Invoke(); B?.Invoke(); }
}
//---
// Abstract events and those of interfaces have no storage; explicit accessors have none either.
using Troops;

[Immutable] interface I { event Action? E; }
[Immutable] abstract class Base { public abstract event Action? E; public virtual event Action? V; public void Raise() => V?.Invoke(); } //! TROOP015 [V] 'Base' must be immutable, but Base.V (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns
[Immutable] sealed class D : I { event Action? I.E { add { } remove { } } }
sealed class Free { public event Action? E; public void Raise() => E?.Invoke(); }
[Immutable] sealed partial class P { public partial event Action E; }
partial class P { public partial event Action E { add { } remove { } } }
[Immutable] struct S { public event Action? E; public readonly void Raise() => E?.Invoke(); } //! TROOP015 [E] 'S' must be immutable, but S.E (an event, whose subscribers change); keep the subscribers in a type of their own that one thread owns
