// What runs or is read later.
using System.Collections.Immutable;
using Troops;
static class Later
{
    internal static void Use(List<int> list, IReadOnlyList<int> view, Task<List<int>> task, Task plain, Lazy<string> lazy)
    {
        IEnumerable<int> query = list.Where(x => x > 1);
        TroopThread.Start(() => query.Count()); //! TROOP036 [query] 'TroopThread.Start' takes query -> IEnumerable<int> (mutable) to another thread; freeze it first: ToImmutableArray()
        TroopThread.Start(() => view.Count); //! TROOP036 [view] 'TroopThread.Start' takes view -> IReadOnlyList<int> (mutable) to another thread; freeze it first: ToImmutableArray()
        TroopThread.Start(async () => (await task).Count); //! TROOP036 [task] 'TroopThread.Start' takes task -> Task<List<int>> (mutable) to another thread; await it first, and capture the result //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because 'Later' is not partial
        TroopThread.Start(async () => await plain); //! TROOP036 [plain] 'TroopThread.Start' takes plain -> Task (mutable) to another thread; await it first, and capture the result //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because 'Later' is not partial
        TroopThread.Start(() => lazy.Value); //! TROOP036 [lazy] 'TroopThread.Start' takes lazy -> Lazy<string> (mutable) to another thread; read its value first, or use a Once<T> of Troops.Sharing
        TroopTask own = TroopTask.Delay(TimeSpan.Zero);
        TroopThread.Start(async () => await own); //! TROOP036 [own] 'TroopThread.Start' takes own -> TroopTask (from another assembly, where nothing says that it is immutable) to another thread; await it first, and capture the result //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because 'Later' is not partial
        IEnumerable<int> iterated = Iterate(list);
        TroopThread.Start(() => iterated.First()); //! TROOP036 [iterated] 'TroopThread.Start' takes iterated -> IEnumerable<int> (mutable) to another thread; freeze it first: ToImmutableArray()
        ImmutableArray<int> frozen = [.. list];
        TroopThread.Start(() => frozen.Length);
    }
    static IEnumerable<int> Iterate(List<int> list) { yield return list[0]; }
}
