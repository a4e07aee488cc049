// Type could promise to be immutable.
using System.Collections.Immutable;
using Troops;

public sealed class Page(Uri url) //! TROOP090 [Page] 'Page' is immutable as far as its fields go; mark it [Immutable] so that threads and other assemblies may rely on it
{
    public Uri Url { get; } = url;
    public string Title { get; init; } = "";
}
public sealed record Line(string Text, ImmutableArray<int> Marks); //! TROOP090 [Line] 'Line' is immutable as far as its fields go; mark it [Immutable] so that threads and other assemblies may rely on it
public readonly record struct Point(int X, int Y); //! TROOP090 [Point] 'Point' is immutable as far as its fields go; mark it [Immutable] so that threads and other assemblies may rely on it
public static class Outer
{
    public sealed class Inner(int n) //! TROOP090 [Inner] 'Inner' is immutable as far as its fields go; mark it [Immutable] so that threads and other assemblies may rely on it
    {
        public int N => n;
    }
    internal sealed class Hidden(int n) { public int N => n; }
}
//---
// A base that says so of itself is no obstacle, and the promise of a part is enough.
using Troops;

[ImmutableBase]
public class Shape(string name) { public string Name { get; } = name; }
public sealed class Circle(double radius) : Shape("circle") //! TROOP090 [Circle] 'Circle' is immutable as far as its fields go; mark it [Immutable] so that threads and other assemblies may rely on it
{
    public double Radius { get; } = radius;
}
//---
// Nothing to suggest: promised already, by itself or from above; not public; open to subclasses; mutable; nothing in it; what it is comes from its base.
using Troops;

[Immutable] public sealed record Marked(int X);
[Immutable] public abstract record Above;
public sealed record Below(int X) : Above;
[ThreadSafe] public sealed record Shared(int X);
[ConditionallyImmutable] public sealed record Pair<[OnlyIf] T>(T Value);
internal sealed record Hidden(int X);
public record Open(int X);
public abstract class Half { public int X { get; } }
public sealed class Mutable { public int X { get; set; } }
public sealed class Holder { public List<int> Items { get; } = []; }
public sealed class Empty { public int One => 1; }
public readonly struct None;
public struct Loose { public int X { get; init; } }
public sealed class MarkAttribute(int x) : Attribute { public int X { get; } = x; }
public sealed class TroubleException(int code) : Exception { public int Code { get; } = code; }
public static class Tools { public const int One = 1; }
public enum Colour { Red }
public interface IShape { int X { get; } }
public delegate int Count();
public sealed class Box<T>(T value) { public T Value { get; } = value; }
public ref struct View { public readonly int X; }
public sealed class Opaque { public object Value { get; } = "text"; }
public class Plain;
public sealed class Child(int x) : Plain { public int X { get; } = x; }
public sealed class Early
{
    public Early() => GC.KeepAlive(this);
    public int X { get; }
}
internal sealed class Vouched
{
    [Audited("me", "filled once", "2099-12-31")]
    private readonly int[] table = [1];
    public int First => table[0];
}
//---
// What a generator wrote is not the user's to mark.
[System.CodeDom.Compiler.GeneratedCode("Tool", "1.0")] public sealed record Made(int X);
//---
// Outside is outside.
using Troops;

[TroopsOutside("an adapter")] public sealed record Adapter(int X);
