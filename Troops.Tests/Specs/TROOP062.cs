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
        var inferred = Property; //! TROOP062 [inferred] What 'inferred' does is found out at run time, so no rule can see it; give it a static type
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
