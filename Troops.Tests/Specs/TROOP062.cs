// Once for each declaration, whatever is done with it.
sealed class Declares
{
    dynamic field = 1; //! TROOP062 [field] What 'field' does is found out at run time, so no rule can see it; give it a static type
    internal dynamic Property { get; set; } = 1; //! TROOP062 [Property] What 'Property' does is found out at run time, so no rule can see it; give it a static type
    internal dynamic Method(dynamic parameter) => parameter; //! TROOP062 [Method] What 'Method' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [parameter] What 'parameter' does is found out at run time, so no rule can see it; give it a static type
    internal void Use()
    {
        dynamic local = field; //! TROOP062 [local] What 'local' does is found out at run time, so no rule can see it; give it a static type
        local.Run();
        local.Name = local[0] + field.Count;
        var inferred = Property;
        inferred.Run(Method(1).Go);
        foreach (dynamic item in new object[1]) { item.Go(); } //! TROOP062 [item] What 'item' does is found out at run time, so no rule can see it; give it a static type
        _ = ((dynamic)"x").Length; //! TROOP062 [(dynamic)"x"] What '(dynamic)"x"' does is found out at run time, so no rule can see it; give it a static type
        dynamic[] many = []; //! TROOP062 [many] What 'many' does is found out at run time, so no rule can see it; give it a static type
        many[0].Go();
    }
}
//---
// Where nothing in source says so, each use.
static class Uses
{
    internal static void Of(List<dynamic> all, Func<dynamic> find)
    {
        all[0].Run(); //! TROOP062 [all[0].Run()] What 'all[0].Run()' does is found out at run time, so no rule can see it; give it a static type
        _ = find().Name.Length; //! TROOP062 [find().Name.Length] What 'find().Name.Length' does is found out at run time, so no rule can see it; give it a static type
        all.Add("x");
        object plain = all[0];
        Console.WriteLine(plain);
    }
}
//---
// A 'var' is reported where what it is made from says nothing.
static class Inferred
{
    static dynamic Told => 1; //! TROOP062 [Told] What 'Told' does is found out at run time, so no rule can see it; give it a static type
    internal static void Of(List<dynamic> all, dynamic given, Dictionary<string, dynamic[]> table) //! TROOP062 [given] What 'given' does is found out at run time, so no rule can see it; give it a static type
    {
        var told = Told;
        var again = told;
        again.Run();
        foreach (var part in given) part.Go();
        var untold = all[0]; //! TROOP062 [untold] What 'untold' does is found out at run time, so no rule can see it; give it a static type
        untold.Run();
        var sum = all[0] + all[1] + untold; //! TROOP062 [sum] What 'sum' does is found out at run time, so no rule can see it; give it a static type
        int back = sum;
        var many = table["x"]; //! TROOP062 [many] What 'many' does is found out at run time, so no rule can see it; give it a static type
        foreach (var each in all) each.Go(); //! TROOP062 [each] What 'each' does is found out at run time, so no rule can see it; give it a static type
        foreach (var index in Enumerable.Range(0, (int)given)) all[index].Go(); //! TROOP062 [all[index].Go()] What 'all[index].Go()' does is found out at run time, so no rule can see it; give it a static type
        if (given is var matched) matched.Go(); //! TROOP062 [matched.Go()] What 'matched.Go()' does is found out at run time, so no rule can see it; give it a static type
        Console.WriteLine(back + many.Length);
    }
    internal static void Parts((dynamic, int Count) pair, object other, List<dynamic> all)
    {
        pair.Item1.Go(); //! TROOP062 [pair.Item1.Go()] What 'pair.Item1.Go()' does is found out at run time, so no rule can see it; give it a static type
        var first = pair.Item1; //! TROOP062 [first] What 'first' does is found out at run time, so no rule can see it; give it a static type
        var made = new { Part = all[0] };
        var kept = made.Part; //! TROOP062 [kept] What 'kept' does is found out at run time, so no rule can see it; give it a static type
        var cast = (dynamic[])other; //! TROOP062 [(dynamic[])other] What '(dynamic[])other' does is found out at run time, so no rule can see it; give it a static type
        cast[0].Go();
        foreach (var item in (dynamic[])other) item.Go(); //! TROOP062 [(dynamic[])other] What '(dynamic[])other' does is found out at run time, so no rule can see it; give it a static type
        Console.WriteLine(first + kept);
    }
}
//---
// The parameter of a lambda, which nobody declares.
static class Lambdas
{
    internal static void Of(List<dynamic> all)
    {
        all.ForEach(x => x.Go()); //! TROOP062 [x.Go()] What 'x.Go()' does is found out at run time, so no rule can see it; give it a static type
        all.ForEach(x => { var y = x; var z = y; z.Go(); }); //! TROOP062 [z.Go()] What 'z.Go()' does is found out at run time, so no rule can see it; give it a static type
        all.ForEach(x => { var y = x.Part; y.Go(); }); //! TROOP062 [x.Part] What 'x.Part' does is found out at run time, so no rule can see it; give it a static type
        all.ForEach(x => { dynamic y = x; var z = y; z.Go(); }); //! TROOP062 [y] What 'y' does is found out at run time, so no rule can see it; give it a static type
    }
}
//---
// Operators and conversions.
static class Made
{
    static async Task<dynamic> Later() { await Task.Yield(); return 1; }
    internal static async Task Of(List<dynamic> all, Task<dynamic> later, object plain, int[] numbers)
    {
        var asked = plain as dynamic; //! TROOP062 [plain as dynamic] What 'plain as dynamic' does is found out at run time, so no rule can see it; give it a static type
        asked.Go();
        var none = default(dynamic); //! TROOP062 [default(dynamic)] What 'default(dynamic)' does is found out at run time, so no rule can see it; give it a static type
        none.Go();
        var awaited = await later; //! TROOP062 [awaited] What 'awaited' does is found out at run time, so no rule can see it; give it a static type
        awaited.Go();
        var called = await Later(); //! TROOP062 [called] What 'called' does is found out at run time, so no rule can see it; give it a static type
        called.Go();
        (await later).Go(); //! TROOP062 [(await later).Go()] What '(await later).Go()' does is found out at run time, so no rule can see it; give it a static type
        all[0]++; //! TROOP062 [all[0]++] What 'all[0]++' does is found out at run time, so no rule can see it; give it a static type
        all[0] += 1; //! TROOP062 [all[0] += 1] What 'all[0] += 1' does is found out at run time, so no rule can see it; give it a static type
        if (!all[0] || all[1] == 1) { } //! TROOP062 [!all[0] || all[1] == 1] What '!all[0] || all[1] == 1' does is found out at run time, so no rule can see it; give it a static type
        if (all[0]) { } //! TROOP062 [all[0]] What 'all[0]' does is found out at run time, so no rule can see it; give it a static type
        string text = "" + all[0]; //! TROOP062 ["" + all[0]] What '"" + all[0]' does is found out at run time, so no rule can see it; give it a static type
        int number = all[0]; //! TROOP062 [all[0]] What 'all[0]' does is found out at run time, so no rule can see it; give it a static type
        number = (int)all[0]; //! TROOP062 [(int)all[0]] What '(int)all[0]' does is found out at run time, so no rule can see it; give it a static type
        await all[0]; //! TROOP062 [await all[0]] What 'await all[0]' does is found out at run time, so no rule can see it; give it a static type
        foreach (var each in all[0]) { } //! TROOP062 [all[0]] What 'all[0]' does is found out at run time, so no rule can see it; give it a static type
        using (all[0]) { } //! TROOP062 [all[0]] What 'all[0]' does is found out at run time, so no rule can see it; give it a static type
        object kept = all[0];
        all[0] = kept;
        all[0] = all[1];
        dynamic told = all[0]; //! TROOP062 [told] What 'told' does is found out at run time, so no rule can see it; give it a static type
        number = told + all[0];
        Console.WriteLine(text + number + numbers.Length);
    }
}
//---
// Where else the word may stand.
record Positional(dynamic Part) { public dynamic? Maybe; } //! TROOP062 [Part] What 'Part' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [Maybe] What 'Maybe' does is found out at run time, so no rule can see it; give it a static type
delegate dynamic Gives(); //! TROOP062 [Gives] What 'Gives' does is found out at run time, so no rule can see it; give it a static type
delegate void Takes(dynamic? given); //! TROOP062 [given] What 'given' does is found out at run time, so no rule can see it; give it a static type
partial class Parts
{
    internal partial dynamic Made(dynamic[] parts); //! TROOP062 [Made] What 'Made' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [parts] What 'parts' does is found out at run time, so no rule can see it; give it a static type
    internal partial dynamic Made(dynamic[] parts) => parts[0].Go();
    partial dynamic Kept { get; set; } //! TROOP062 [Kept] What 'Kept' does is found out at run time, so no rule can see it; give it a static type
    partial dynamic Kept { get => field ?? ""; set; }
    partial void Half(object given);
    partial void Half(dynamic given) => given.Go(); //! TROOP062 [given] What 'given' does is found out at run time, so no rule can see it; give it a static type
    static void Use(Parts left, Gives gives) { var sum = left + 1; sum.Go(); (left + 2).Go(); var given = gives(); given.Go(); }
    dynamic this[dynamic at] => at; //! TROOP062 [this] What 'this[]' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [at] What 'at' does is found out at run time, so no rule can see it; give it a static type
    public static dynamic operator +(Parts left, dynamic right) => right; //! TROOP062 [+] What 'Parts.operator +' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [right] What 'right' does is found out at run time, so no rule can see it; give it a static type
}
static class Receiver { extension(object own) { internal dynamic Own => own; } } //! TROOP062 [Own] What 'Own' does is found out at run time, so no rule can see it; give it a static type
//---
// By another name.
using Troops;
using Many = dynamic[];
using Any = dynamic;
static class Aliased
{
    static object First(Many many) => many[0].Go(); //! TROOP062 [many] What 'many' does is found out at run time, so no rule can see it; give it a static type
    [Audited("me", "a test", "2099-12-31")] static Any? Second(object plain) => plain;
    static object Third(object plain) { Any any = plain; return any.Go(); } //! TROOP062 [any] What 'any' does is found out at run time, so no rule can see it; give it a static type
}
//---
// By another name of another name.
using Any = dynamic;
namespace Inner
{
    using Any = Any; //! TROOP062 [Any] What 'Any' does is found out at run time, so no rule can see it; give it a static type
}
//---
// By another name everywhere.
global using Any = dynamic; //! TROOP062 [Any] What 'Any' does is found out at run time, so no rule can see it; give it a static type
static class Aliased { static object First(Any any) => any.Go(); }
//---
// Written otherwise.
static class Escaped { static void Use(object plain) { @dynamic one = plain; one.Go(); dyn\u0061mic two = plain; two.Go(); _ = ((@dynamic)plain).Length; } } //! TROOP062 [one] What 'one' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [two] What 'two' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [(@dynamic)plain] What '(@dynamic)plain' does is found out at run time, so no rule can see it; give it a static type
//---
// Something else of that name.
sealed class @dynamic { internal void Go() { } }
static class Named { internal static void Go(@dynamic own) { @dynamic other = own; other.Go(); var dynamic = 1; _ = dynamic + 1; /* dynamic */ } }
