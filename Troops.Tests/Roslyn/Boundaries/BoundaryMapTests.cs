using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Troops.Roslyn;
using Troops.Roslyn.Boundaries;
using Troops.Roslyn.Model;
using Troops.Roslyn.Shipped;
using Troops.Tests.Analyzers;

namespace Troops.Tests.Roslyn.Boundaries;

/// <summary>Where the arguments of a call go: marks first, then the lists, then whether the callee is checked.</summary>
[TestFixture, Category("Unit")]
internal sealed class BoundaryMapTests
{
    private const string Library = """
        namespace Lib;
        public class Foreign
        {
            public Foreign(Action run) { }
            public virtual void Run(Action action, int count, object state) { }
            public void Other(Action first, Action second) { }
            public void Select(System.Linq.Expressions.Expression<Func<int>> selector) { }
            public virtual Action? Done { get; set; }
            public virtual event Action? Raised;
            public static event Action? Everywhere;
            public void Raise() { Raised?.Invoke(); Everywhere?.Invoke(); }
        }
        public class Derived : Foreign
        {
            public Derived() : base(() => { }) { }
            public override void Run(Action action, int count, object state) { }
            public override Action? Done { get; set; }
        }
        public class Model : System.ComponentModel.INotifyPropertyChanged
        {
            public event System.ComponentModel.PropertyChangedEventHandler? PropertyChanged;
            public void Change() => PropertyChanged?.Invoke(this, new(""));
        }
        public static class Extensions { public static void Each(this Foreign foreign, Action action) { } }
        """;

    private const string Program = """
        using Troops;
        public interface IRunner { void Run([ThreadEntry] Action action, Action other); void Far([TroopEntry] Action action); }
        public abstract class Base { public abstract void Start([ThreadEntry] Action action); }
        public class Middle : Base { public override void Start(Action action) { } }
        public sealed class Runner : Middle, IRunner
        {
            public override void Start(Action action) { }
            public void Run(Action action, Action other) { }
            void IRunner.Far(Action action) { }
            public event Action? Raised;
            public static event Action? Everywhere;
            public void Raise() { Raised?.Invoke(); Everywhere?.Invoke(); }
        }
        public class Open : IRunner { public virtual void Run(Action action, Action other) { } public void Far(Action action) { } }
        public sealed class Closed : Open { public override void Run(Action action, Action other) { } }
        public sealed class Mine : Lib.Foreign { public Mine() : base(() => { }) { } public override void Run(Action action, int count, object state) { } }
        [ThreadSafe, Audited("team", "test", "2099-01-01")] public sealed class Shared { public event Action? Raised; public void Raise() => Raised?.Invoke(); }
        """;

    private static readonly CSharpCompilation Compilation = Compile();

    [TestCase("IRunner.Run", "Thread Checked")]
    [TestCase("Runner.Run", "Thread Checked")]
    [TestCase("Open.Run", "Thread Checked")]
    [TestCase("Closed.Run", "Thread Checked")]
    [TestCase("IRunner.Far", "Troop")]
    [TestCase("Runner.IRunner.Far", "Troop")]
    [TestCase("Middle.Start", "Thread")]
    [TestCase("Runner.Start", "Thread")]
    public void A_mark_holds_for_what_overrides_and_implements(string member, string passages) => Assert.That(Of(member), Is.EqualTo(passages));

    [TestCase("", "Unknown Checked Checked")]
    [TestCase("Entry Lib.Foreign", "Thread Checked Checked")]
    [TestCase("Entry Lib.Foreign.Run", "Thread Checked Checked")]
    [TestCase("Inline Lib.Foreign", "Inline Checked Checked")]
    [TestCase("Entry Lib.Foreign\nInline Lib.Foreign.Run", "Inline Checked Checked")]
    [TestCase("Inline Lib.Foreign\nEntry Lib.Foreign.Run", "Thread Checked Checked")]
    [TestCase("Inline Lib.Foreign.Run\nEntry Lib.Foreign.Run(action)", "Thread Checked Checked")]
    [TestCase("Entry Lib.Foreign.Run\nInline Lib.Foreign.Run(action)", "Inline Checked Checked")]
    [TestCase("Send Lib.Foreign.Run(state)", "Unknown Checked Value")]
    [TestCase("Entry Lib.Foreign.Run(state)", "Unknown Checked Thread")]
    [TestCase("Entry Lib.Foreign.Run\nSend Lib.Foreign.Run(action)", "Thread Checked Checked")]
    [TestCase("Blocks Lib.Foreign.Run", "Unknown Checked Checked")]
    [TestCase("Entry Lib.Derived.Run", "Unknown Checked Checked")]
    public void The_line_that_names_most_counts(string list, string passages) => Assert.That(Of("Lib.Foreign.Run", list), Is.EqualTo(passages));

    [TestCase("Entry Lib.Foreign.Run", "Lib.Derived.Run", "Thread Checked Checked")]
    [TestCase("Send Lib.Foreign.Run(state)", "Lib.Derived.Run", "Unknown Checked Value")]
    [TestCase("Entry Lib.Foreign.Run\nInline Lib.Derived.Run", "Lib.Derived.Run", "Inline Checked Checked")]
    [TestCase("Entry Lib.Foreign", "Lib.Derived.Run", "Unknown Checked Checked")]
    [TestCase("Entry Lib.Foreign.Run", "Mine.Run", "Thread Checked Checked")]
    [TestCase("", "Mine.Run", "Checked Checked Checked")]
    public void What_is_listed_of_a_method_holds_for_its_overrides(string list, string member, string passages) =>
        Assert.That(Of(member, list), Is.EqualTo(passages));

    [TestCase("Entry Lib.Foreign.Other(second)", "Lib.Foreign.Other", "Unknown Thread")]
    [TestCase("Entry Lib.Foreign.new", "Lib.Foreign..ctor", "Thread")]
    [TestCase("", "Lib.Foreign.Select", "Unknown")]
    [TestCase("Inline Lib.Foreign", "Lib.Foreign.Select", "Inline")]
    [TestCase("Inline Lib.Extensions.Each", "Lib.Extensions.Each", "Checked Inline")]
    [TestCase("Entry Lib.Foreign.Done", "Lib.Foreign.set_Done", "Thread")]
    [TestCase("Entry Lib.Foreign.Done", "Lib.Derived.set_Done", "Thread")]
    public void Constructors_expressions_extensions_and_properties_are_listed_by_name(string list, string member, string passages) =>
        Assert.That(Of(member, list), Is.EqualTo(passages));

    [TestCase("System.Threading.Tasks.Task.Run", "Thread Checked")]
    [TestCase("System.Linq.Enumerable.Any", "Checked Inline")]
    public void The_shipped_list_is_known(string member, string passages) => Assert.That(Of(member, shipped: true), Is.EqualTo(passages));

    [TestCase("", "Lib.Foreign.Raised", Passage.Unknown)]
    [TestCase("", "Lib.Foreign.Everywhere", Passage.Thread)]
    [TestCase("Entry Lib.Foreign.Raised", "Lib.Foreign.Raised", Passage.Thread)]
    [TestCase("Inline Lib.Foreign", "Lib.Foreign.Everywhere", Passage.Inline)]
    [TestCase("Inline Lib.Foreign\nEntry Lib.Foreign.Raised", "Lib.Foreign.Raised", Passage.Thread)]
    [TestCase("", "Lib.Model.PropertyChanged", Passage.Unknown)]
    [TestCase("Inline System.ComponentModel.INotifyPropertyChanged", "Lib.Model.PropertyChanged", Passage.Inline)]
    [TestCase("Inline System.ComponentModel.INotifyPropertyChanged\nEntry Lib.Model.PropertyChanged", "Lib.Model.PropertyChanged", Passage.Thread)]
    [TestCase("", "Runner.Raised", Passage.Checked)]
    [TestCase("", "Runner.Everywhere", Passage.Thread)]
    [TestCase("", "Shared.Raised", Passage.Thread)]
    public void Handlers_run_where_their_event_is_raised(string list, string member, Passage passage)
    {
        BoundaryMap map = Map(ApiList.Parse(list, "f"));
        Assert.That(map.OfHandlers((IEventSymbol)Find(member)), Is.EqualTo(passage));
    }

    [Test]
    public void Other_roles_come_from_the_member_and_from_its_type()
    {
        BoundaryMap map = Map(ApiList.Parse("Threads Lib.Foreign\nBlocks Lib.Foreign.Run\nEntry Lib.Foreign\nInline Lib.Foreign.Run", "f"));
        Assert.That(map.Of(Find("Lib.Foreign.Run")).Roles, Is.EqualTo(ApiRole.Threads | ApiRole.Blocks | ApiRole.Inline));
        Assert.That(map.Of(Find("Lib.Foreign.Done")).Roles, Is.EqualTo(ApiRole.Threads | ApiRole.Entry));
    }

    [Test]
    public void Nearly_every_member_costs_nothing() => Assert.That(Map(ApiList.Shipped).Of(Find("Runner.Raise")), Is.SameAs(ApiFacts.Nothing));

    private static string Of(string member, string list = "", bool shipped = false)
    {
        IMethodSymbol method = (IMethodSymbol)Find(member);
        BoundaryMap map = Map(shipped ? ApiList.Shipped : ApiList.Parse(list, "f"));
        return string.Join(' ', method.Parameters.Select(parameter => map.Of(parameter)));
    }

    private static BoundaryMap Map(ApiList list) => new(new Kinds(KnownSymbols.Create(Compilation)!, KindList.Shipped), list);

    /// <summary>The last of its overloads: the one with the most parameters of those asked for here.</summary>
    private static ISymbol Find(string name)
    {
        int dot = name.EndsWith("..ctor", StringComparison.Ordinal) ? name.Length - 6 : name.LastIndexOf('.');
        // An explicit implementation is called by its interface too.
        INamedTypeSymbol? type = Compilation.GetTypeByMetadataName(name[..dot]);
        if (type is null)
        {
            dot = name.IndexOf('.', StringComparison.Ordinal);
            type = Compilation.GetTypeByMetadataName(name[..dot]);
        }

        return type!.GetMembers(name[(dot + 1)..]).MaxBy(static member => member is IMethodSymbol method ? method.Parameters.Length : 0)!;
    }

    private static CSharpCompilation Compile()
    {
        CSharpCompilation library = TestCompilation.Of([("Lib.cs", Library)], TestCompilation.Of().References, "Lib");
        CSharpCompilation program = TestCompilation.Of([("Program.cs", Program)], [.. TestCompilation.Of().References, library.ToMetadataReference()]);
        Assert.That(TestCompilation.Errors(library).Concat(TestCompilation.Errors(program)), Is.Empty);
        return program;
    }
}
