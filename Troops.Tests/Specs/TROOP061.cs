// Writes, invocations and private activation by reflection.
using System.Reflection;
using System.Runtime.CompilerServices;
static class Reflects
{
    internal static void Set(FieldInfo field, object o) => field.SetValue(o, 9); //! TROOP061 [SetValue] 'FieldInfo.SetValue' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
    internal static void Set(PropertyInfo property, object o) => property.SetValue(o, 9); //! TROOP061 [SetValue] 'PropertyInfo.SetValue' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
    internal static object? Call(MethodInfo method, object o) => method.Invoke(o, null); //! TROOP061 [Invoke] 'MethodBase.Invoke' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
    internal static object Make(ConstructorInfo constructor) => constructor.Invoke(null); //! TROOP061 [Invoke] 'ConstructorInfo.Invoke' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
    internal static object Raw(Type type) => RuntimeHelpers.GetUninitializedObject(type); //! TROOP061 [RuntimeHelpers.GetUninitializedObject] 'RuntimeHelpers.GetUninitializedObject' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
    internal static object? Private(Type type) => Activator.CreateInstance(type, nonPublic: true); //! TROOP061 [Activator.CreateInstance] 'Activator.CreateInstance' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
    internal static object? Flags(Type type) => Activator.CreateInstance(type, BindingFlags.NonPublic, null, null, null); //! TROOP061 [Activator.CreateInstance] 'Activator.CreateInstance' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
    internal static object? Maybe(Type type, bool all) => Activator.CreateInstance(type, all); //! TROOP061 [Activator.CreateInstance] 'Activator.CreateInstance' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
    internal static Action<object, object> Group(FieldInfo field) => field.SetValue; //! TROOP061 [SetValue] 'FieldInfo.SetValue' writes, makes or invokes by name what no rule can see; call the member itself, or take a delegate or an interface that does it
}
static class Accessors
{
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "name")] internal static extern ref string Name(Hidden hidden); //! TROOP061 [Name] 'Accessors.Name' ([UnsafeAccessor]) writes, makes or invokes by name what no rule can see; let the type offer a member that does it
    internal static extern Hidden Made { [UnsafeAccessor(UnsafeAccessorKind.Constructor)] get; } //! TROOP061 [get] 'Accessors.Made.get' ([UnsafeAccessor]) writes, makes or invokes by name what no rule can see; let the type offer a member that does it
    internal static void Inside(Hidden hidden)
    {
        Own(hidden) = "";
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "name")] static extern ref string Own(Hidden hidden); //! TROOP061 [Own] 'Own' ([UnsafeAccessor]) writes, makes or invokes by name what no rule can see; let the type offer a member that does it
    }
}
sealed class Hidden { readonly string name = "x"; public override string ToString() => name; }
//---
// Reading and looking up is harmless, and so is what anybody may call.
using System.Reflection;
static class Reads
{
    internal static object? Get(FieldInfo field, object o) => field.GetValue(o);
    internal static string[] Names(Type type) => [.. type.GetMethods().Select(static method => method.Name)];
    internal static object? Public(Type type) => Activator.CreateInstance(type);
    internal static object? Not(Type type) => Activator.CreateInstance(type, nonPublic: false);
    internal static T Generic<T>() where T : new() => Activator.CreateInstance<T>();
    internal static object? Dynamically(Delegate d) => d.DynamicInvoke();
}
