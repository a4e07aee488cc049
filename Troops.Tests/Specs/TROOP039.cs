// Arrays, whatever they hold and however they are looked at.
using System.Collections.Immutable;
using Troops;
static class Arrays
{
    internal static void Use(string[] names, object[] covariant)
    {
        TroopThread.Start(() => names.Length); //! TROOP039 [names] 'TroopThread.Start' takes names -> string[] (an array, whose elements can be assigned) to another thread; create it inside the thread, or freeze it: ToImmutableArray()
        TroopThread.Start(() => covariant.Length); //! TROOP039 [covariant] 'TroopThread.Start' takes covariant -> object[] (an array, whose elements can be assigned) to another thread; create it inside the thread, or freeze it: ToImmutableArray()
        int[] none = [];
        TroopThread.Start(() => none.Length);
        int[] some = [1];
        TroopThread.Start(() => some.Length); //! TROOP039 [some] 'TroopThread.Start' takes some -> int[] (an array, whose elements can be assigned) to another thread; create it inside the thread, or freeze it: ToImmutableArray()
        ImmutableArray<string> frozen = names.ToImmutableArray();
        TroopThread.Start(() => frozen.Length);
        TroopThread.Start(static () => { int[] own = [1]; return own.Length; });
    }
}
