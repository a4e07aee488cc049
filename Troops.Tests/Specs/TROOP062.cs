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
// A 'var' says nothing: what it is made from does, or what is done with it is reported.
static class Inferred
{
    static dynamic Told => 1; //! TROOP062 [Told] What 'Told' does is found out at run time, so no rule can see it; give it a static type
    internal static void Of(List<dynamic> all, dynamic given) //! TROOP062 [given] What 'given' does is found out at run time, so no rule can see it; give it a static type
    {
        var told = Told;
        var again = told;
        again.Run();
        foreach (var part in given) part.Go();
        var untold = all[0];
        untold.Run(); //! TROOP062 [untold.Run()] What 'untold.Run()' does is found out at run time, so no rule can see it; give it a static type
        foreach (var each in all) each.Go(); //! TROOP062 [each.Go()] What 'each.Go()' does is found out at run time, so no rule can see it; give it a static type
        if (given is var matched) matched.Go(); //! TROOP062 [matched.Go()] What 'matched.Go()' does is found out at run time, so no rule can see it; give it a static type
    }
}
//---
// Where else the word may stand.
record Positional(dynamic Part) { public dynamic? Maybe; } //! TROOP062 [Part] What 'Part' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [Maybe] What 'Maybe' does is found out at run time, so no rule can see it; give it a static type
delegate void Takes(dynamic? given); //! TROOP062 [given] What 'given' does is found out at run time, so no rule can see it; give it a static type
partial class Parts
{
    internal partial dynamic Made(dynamic[] parts); //! TROOP062 [Made] What 'Made' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [parts] What 'parts' does is found out at run time, so no rule can see it; give it a static type
    internal partial dynamic Made(dynamic[] parts) => parts[0].Go();
    partial dynamic Kept { get; set; } //! TROOP062 [Kept] What 'Kept' does is found out at run time, so no rule can see it; give it a static type
    partial dynamic Kept { get => field ?? ""; set; }
    dynamic this[dynamic at] => at; //! TROOP062 [this] What 'this[]' does is found out at run time, so no rule can see it; give it a static type //! TROOP062 [at] What 'at' does is found out at run time, so no rule can see it; give it a static type
    public static object operator +(Parts left, dynamic right) => right; //! TROOP062 [right] What 'right' does is found out at run time, so no rule can see it; give it a static type
}
static class Receiver { extension(object own) { internal dynamic Own => own; } } //! TROOP062 [Own] What 'Own' does is found out at run time, so no rule can see it; give it a static type
//---
// By another name.
using Many = dynamic[]; //! TROOP062 [dynamic[]] What 'dynamic[]' does is found out at run time, so no rule can see it; give it a static type
static class Aliased { static object First(Many many) => many[0].Go(); }
//---
// Something else of that name.
sealed class @dynamic { internal void Go() { } }
static class Named { internal static void Go(@dynamic own) { @dynamic other = own; other.Go(); var dynamic = 1; _ = dynamic + 1; /* dynamic */ } }
