// Type argument is not immutable or shareable: generic types, wherever they are written.
using Troops;
using Troops.Sharing;
using System.Collections.Immutable;
using Boxes = Troops.Sharing.Atomic<System.Collections.Generic.List<int>>; //! TROOP011 [System.Collections.Generic.List<int>] The type argument for 'T' of 'Atomic<T>' must be shareable, but List<int> (mutable); use an immutable type, as those of System.Collections.Immutable

class Box { public int N; }
[Immutable] sealed class Pt;
class Only<[Immutable] T> { public class Inner; }
interface IOnly<[Shareable] T>;
delegate void Given<[Immutable] T>(T value);
[AttributeUsage(AttributeTargets.All)] sealed class MarkAttribute<[Immutable] T> : Attribute;

class Sites : Only<Box>, IOnly<List<int>> //! TROOP011 [Box] The type argument for 'T' of 'Only<T>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable] //! TROOP011 [List<int>] The type argument for 'T' of 'IOnly<T>' must be shareable, but List<int> (mutable); use an immutable type, as those of System.Collections.Immutable
{
    Channel<Box>? field; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Channel<Pt>? fine;
    Channel<int>? number;
    Channel<ImmutableArray<Pt>>? frozen;
    Channel<ImmutableArray<Box>>? thawed; //! TROOP011 [ImmutableArray<Box>] The type argument for 'T' of 'Channel<T>' must be shareable, but ImmutableArray<Box> -> Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Channel<Channel<int>>? reply;
    Only<Channel<int>>? synchronised; //! TROOP011 [Channel<int>] The type argument for 'T' of 'Only<T>' must be immutable, but Channel<int> (thread-safe, but it changes); mark the holder [ThreadSafe] instead of [Immutable], or keep this elsewhere
    Channel<object>? opaque; //! TROOP011 [object] The type argument for 'T' of 'Channel<T>' must be shareable, but object (may hold any object); use a type that is immutable
    Channel<Action>? action; //! TROOP011 [Action] The type argument for 'T' of 'Channel<T>' must be shareable, but Action (a delegate, which may hold anything); give it a static lambda, or one that captures only immutable variables that are never assigned again
    Channel<int[]>? array; //! TROOP011 [int[]] The type argument for 'T' of 'Channel<T>' must be shareable, but int[] (an array, whose elements can be assigned); use ImmutableArray<T>
    Channel<dynamic>? dynamic; //! TROOP011 [dynamic] The type argument for 'T' of 'Channel<T>' must be shareable, but dynamic (dynamic, which may hold anything); use a type that is immutable
    Channel<(int, Box)>? tuple; //! TROOP011 [(int, Box)] The type argument for 'T' of 'Channel<T>' must be shareable, but (int, Box) -> Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    SharedDictionary<string, Box>? second; //! TROOP011 [Box] The type argument for 'TValue' of 'SharedDictionary<TKey, TValue>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Only<Box>.Inner? outer; //! TROOP011 [Box] The type argument for 'T' of 'Only<T>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    List<Channel<Box>>? inner; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    public Channel<Box>? Property { get; set; } //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    public Channel<Box>? this[Channel<Box> index] => null; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable] //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    public event Given<Box>? Event; //! TROOP011 [Box] The type argument for 'T' of 'Given<T>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    [Mark<Box>] public void Marked() => Event?.Invoke(new()); //! TROOP011 [Box] The type argument for 'T' of 'MarkAttribute<T>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Channel<Box>? Returned(Channel<Box>? parameter) => parameter; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable] //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    void Body(object o)
    {
        Channel<Box>? local = null; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        var made = new Channel<Box>(Channel.Unbounded); //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        object cast = (Channel<Box>)o; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        bool test = o is Channel<Box>; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        if (o is Channel<Box> { } matched) { } //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = o as Channel<Box>; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = typeof(Channel<Box>); //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = typeof(Channel<>);
        _ = default(Channel<Box>); //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = nameof(Channel<Box>);
        _ = new List<Only<Box>>(); //! TROOP011 [Box] The type argument for 'T' of 'Only<T>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = (field, fine, number, frozen, thawed, reply, synchronised, opaque, action, array, dynamic, tuple, second, outer, inner, local, made, cast, test);
        Func<Channel<Box>?> lambda = static () => null; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        Channel<Box>? Local() => null; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = lambda() ?? Local();
        Boxes? alias = null;
        GC.KeepAlive(alias);
    }
    /// <summary>See <see cref="Channel{Box}"/>.</summary>
    void Documented() { }
}
//---
// Type parameters of one's own must be marked alike, or promise enough by a constraint.
using Troops;
using Troops.Sharing;

[Immutable] interface IValue;
[ThreadSafe] interface IService;
class A<T>(Channel<T> c) { public Channel<T> C => c; } //! TROOP011 [T] The type argument for 'T' of 'Channel<T>' must be shareable, but T (a type parameter that any type may be given for); mark the type parameter [Shareable] //! TROOP011 [T] The type argument for 'T' of 'Channel<T>' must be shareable, but T (a type parameter that any type may be given for); mark the type parameter [Shareable]
class B<[Shareable] T>(Channel<T> c) { public Channel<T> C => c; }
class K<[Immutable] T>(Channel<T> c) { public Channel<T> C => c; }
class D<T>(Channel<T> c) where T : IValue { public Channel<T> C => c; }
class E<T>(Channel<T> c) where T : IService { public Channel<T> C => c; }
class F<T>(Channel<T> c) where T : struct, Enum { public Channel<T> C => c; }
class G<[Shareable] T, U>(Channel<U> c) where U : T { public Channel<U> C => c; }
class Only<[Immutable] T>;
class H<[Shareable] T> : Only<T>; //! TROOP011 [T] The type argument for 'T' of 'Only<T>' must be immutable, but T (a type parameter that any type may be given for); mark the type parameter [Immutable]
[ConditionallyImmutable] class I<[OnlyIf] T> { public Channel<T>? C => null; } //! TROOP011 [T] The type argument for 'T' of 'Channel<T>' must be shareable, but T (a type parameter that any type may be given for); mark the type parameter [Shareable]
static class S { public static Channel<T> Make<T>() => new(Channel.Unbounded); public static Channel<T> Fine<[Shareable] T>() => new(Channel.Unbounded); } //! TROOP011 [T] The type argument for 'T' of 'Channel<T>' must be shareable, but T (a type parameter that any type may be given for); mark the type parameter [Shareable]
//---
// Methods: written out, inferred, as a method group, as an extension, in a query.
using Troops;
using Troops.Sharing;

class Box { public int N; }
static class S
{
    public static void Send<[Shareable] T>(T value) => GC.KeepAlive(value);
    public static void Two<T, [Immutable] U>(T first, U second) => GC.KeepAlive((first, second));
    public static void Ext<[Shareable] T>(this List<T> list) => list.Clear();
    public static IEnumerable<R> Select<[Immutable] T, R>(this Source<T> source, Func<T, R> f) => [];
    extension<[Shareable] T>(List<T> list)
    {
        public void Publish() => list.Clear();
        public int Size => list.Count;
        public static int Zero => 0;
        public static List<T> operator -(List<T> a, List<T> b) => a;
        public void With<[Immutable] U>(U other) => GC.KeepAlive(other);
    }
}
class Source<T>;
class Calls
{
    void M<T, [Shareable] U>(Box box, List<Box> boxes, List<int> ints, Source<Box> source, T t, U u)
    {
        S.Send(box); //! TROOP011 [Send] The type argument for 'T' of 'S.Send<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        S.Send(1);
        S.Send<Box>(box); //! TROOP011 [Box] The type argument for 'T' of 'S.Send<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        S.Send<object>(1); //! TROOP011 [object] The type argument for 'T' of 'S.Send<T>' must be shareable, but object (may hold any object); use a type that is immutable
        S.Send(t); //! TROOP011 [Send] The type argument for 'T' of 'S.Send<T>' must be shareable, but T (a type parameter that any type may be given for); mark the type parameter [Shareable]
        S.Send(u);
        S.Two(box, box); //! TROOP011 [Two] The type argument for 'U' of 'S.Two<T, U>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        S.Two<Box, Box>(box, box); //! TROOP011 [Box] The type argument for 'U' of 'S.Two<T, U>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        S.Two(box, 1);
        Action<Box> group = S.Send; //! TROOP011 [Send] The type argument for 'T' of 'S.Send<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        Action<Box> named = S.Send<Box>; //! TROOP011 [Box] The type argument for 'T' of 'S.Send<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        Action<int> fine = S.Send;
        boxes.Ext(); //! TROOP011 [Ext] The type argument for 'T' of 'S.Ext<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        ints.Ext();
        boxes?.Ext(); //! TROOP011 [Ext] The type argument for 'T' of 'S.Ext<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        S.Ext(boxes!); //! TROOP011 [Ext] The type argument for 'T' of 'S.Ext<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        boxes!.Publish(); //! TROOP011 [Publish] The type argument for 'T' of 'S.extension<T>(List<T>)' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        ints.Publish();
        S.Publish(boxes); //! TROOP011 [Publish] The type argument for 'T' of 'S.Publish<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = boxes.Size + ints.Size; //! TROOP011 [Size] The type argument for 'T' of 'S.extension<T>(List<T>)' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = List<Box>.Zero; //! TROOP011 [Zero] The type argument for 'T' of 'S.extension<T>(List<T>)' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = boxes - boxes; //! TROOP011 [boxes - boxes] The type argument for 'T' of 'S.extension<T>(List<T>)' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        boxes -= boxes; //! TROOP011 [boxes -= boxes] The type argument for 'T' of 'S.extension<T>(List<T>)' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        ints.With(box); //! TROOP011 [With] The type argument for 'U' of 'S.extension<T>(List<T>).With<U>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = from x in source select x.N; //! TROOP011 [select x.N] The type argument for 'T' of 'S.Select<T, R>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        _ = nameof(S.Send);
        Local(box); //! TROOP011 [Local] The type argument for 'V' of 'Local<V>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        void Local<[Immutable] V>(V v) => GC.KeepAlive(v);
        unsafe { delegate*<Box, void> pointer = &S.Send<Box>; } //! TROOP011 [Box] The type argument for 'T' of 'S.Send<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable] //! TROOP060 [unsafe] Unsafe code in 'Calls.M<T, U>' can write what the compiler takes for immutable, or let an object pass for another; use spans and references, or vouch for the member with [Audited]
        GC.KeepAlive((group, named, fine));
    }
}
//---
// Calls that nobody writes: collection builders, foreach, await, deconstruction.
using System.Runtime.CompilerServices;
using Troops;

class Box { public int N; }
[CollectionBuilder(typeof(Builder), "Create")] class Bag<T> : List<T>;
static class Builder
{
    public static Bag<T> Create<[Shareable] T>(ReadOnlySpan<T> items) => new();
    public static List<T>.Enumerator GetEnumerator<[Shareable] T>(this Wrap<T> wrap) => new List<T>().GetEnumerator();
    public static void Deconstruct<[Shareable] T>(this Wrap<T> wrap, out int a, out int b) => (a, b) = (1, 2);
    public static TaskAwaiter GetAwaiter<[Shareable] T>(this Wrap<T> wrap) => Task.CompletedTask.GetAwaiter();
}
class Wrap<T>;
class Calls
{
    async Task M(Wrap<Box> wrap, Wrap<int> fine)
    {
        Bag<Box> bag = [new Box()]; //! TROOP011 [[new Box()]] The type argument for 'T' of 'Builder.Create<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        Bag<int> ints = [1];
        foreach (Box box in wrap) { GC.KeepAlive(box); } //! TROOP011 [wrap] The type argument for 'T' of 'Builder.GetEnumerator<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        foreach (int n in fine) { GC.KeepAlive(n); }
        var (a, b) = wrap; //! TROOP011 [var (a, b) = wrap] The type argument for 'T' of 'Builder.Deconstruct<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        var (c, d) = fine;
        await wrap; //! TROOP011 [await wrap] The type argument for 'T' of 'Builder.GetAwaiter<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
        await fine;
        GC.KeepAlive((bag, ints, a, b, c, d));
    }
}
//---
// An override or implementation that adds the mark: its caller is checked against the base. Dropping it, or a constraint that says as much, is fine.
using Troops;

[Immutable] interface IValue;
abstract class Base
{
    public abstract void Adds<T>(T value);
    public abstract void Drops<[Immutable] T>(T value);
    public abstract void Raises<[Shareable] T>(T value);
    public abstract void Same<[Shareable] T>(T value);
    public abstract void Constrained<T>(T value) where T : IValue;
}
class D : Base
{
    public override void Adds<[Shareable] T>(T value) { } //! TROOP011 [T] 'D.Adds<T>' demands that 'T' is shareable, but 'Base.Adds<T>', through which it is called, does not; mark the type parameter there too, or drop the mark here
    public override void Drops<T>(T value) { }
    public override void Raises<[Immutable] T>(T value) { } //! TROOP011 [T] 'D.Raises<T>' demands that 'T' is immutable, but 'Base.Raises<T>', through which it is called, does not; mark the type parameter there too, or drop the mark here
    public override void Same<[Shareable] T>(T value) { }
    public override void Constrained<[Immutable] T>(T value) { }
}
interface IDo { void Do<T>(T value); void Same<[Shareable] T>(T value); }
class Implicit : IDo { public void Do<[Shareable] T>(T value) { } public void Same<[Shareable] T>(T value) { } } //! TROOP011 [T] 'Implicit.Do<T>' demands that 'T' is shareable, but 'IDo.Do<T>', through which it is called, does not; mark the type parameter there too, or drop the mark here
class Explicit : IDo { void IDo.Do<[Immutable] T>(T value) { } void IDo.Same<T>(T value) { } } //! TROOP011 [T] 'Explicit.IDo.Do<T>' demands that 'T' is immutable, but 'IDo.Do<T>', through which it is called, does not; mark the type parameter there too, or drop the mark here
class Has { public void Do<[Shareable] T>(T value) { } public void Same<T>(T value) { } }
class ByBase : Has, IDo; //! TROOP011 [ByBase] 'Has.Do<T>' demands that 'T' is shareable, but 'IDo.Do<T>', through which it is called, does not; mark the type parameter there too, or drop the mark here
class Again : Implicit;
interface IMore : IDo { void IDo.Do<[Shareable] T>(T value) { } } //! TROOP011 [T] 'IMore.IDo.Do<T>' demands that 'T' is shareable, but 'IDo.Do<T>', through which it is called, does not; mark the type parameter there too, or drop the mark here
//---
// Vouched for; and types that do not bind are the compiler's.
using Troops;
using Troops.Sharing;

class Box { public int N; }
class C
{
    [Audited("me", "sent once, then dropped", "2099-12-31")] readonly Channel<Box> boxes = new(Channel.Unbounded);
    [Audited("me", "sent once, then dropped", "2099-12-31")] void M() { Channel<Box> c = boxes; GC.KeepAlive(c); }
}
//---
// What others derive from cannot be sealed.
using Troops;
using Troops.Sharing;
abstract record Message { private Message() { } internal sealed record Go(int N) : Message; internal sealed record Stop : Message; }
static class Cases { internal static Channel<Message> Open() => new(Channel.Unbounded); } //! TROOP011 [Message] The type argument for 'T' of 'Channel<T>' must be shareable, but Message (not sealed, so a subclass may be mutable); mark it [Immutable]
//---
// However a name is written.
using Troops;
using Troops.Sharing;
class Box { public int N; }
class Größe<[Immutable] T>;
[AttributeUsage(AttributeTargets.All)] sealed class ForAttribute<[Immutable] T> : Attribute;
[For<int>] class Fine;
[type: ForAttribute<Box>] class Written; //! TROOP011 [Box] The type argument for 'T' of 'ForAttribute<T>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
class Spellings
{
    Channel <Box>? spaced; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Channel/* of */<Box>? commented; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Channel // of
        <Box>? broken; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Channel
        // not Channel<int>, and not a Channel <Box>
        <Box>? explained; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    @Channel<Box>? verbatim; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Ch\u0061nnel<Box>? escaped; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    \u0043hannel<Box>? escapedAtOnce; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    Größe<Box>? letters; //! TROOP011 [Box] The type argument for 'T' of 'Größe<T>' must be immutable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    global::Troops.Sharing.Channel<Box>? qualified; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    // Channel<Box> in a comment, and in a text:
    string text = $"Channel<Box> {nameof(Channel<Box>)} {typeof(Channel<Box>)}"; //! TROOP011 [Box] The type argument for 'T' of 'Channel<T>' must be shareable, but Box (not sealed, so a subclass may be mutable); seal it or mark it [Immutable]
    bool Less(int Channel, int Box) => Channel < Box;
#if NEVER
    Channel<Box>? left;
#endif
}
