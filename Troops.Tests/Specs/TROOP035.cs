// The type argument decides, so it has to be asked for something.
using Troops;
static class Generic
{
    internal static void Bare<T>(T value) => TroopThread.Start(() => Console.WriteLine(value)); //! TROOP035 [value] 'TroopThread.Start' takes value -> T (a type parameter that any type may be given for) to another thread; mark the type parameter [Shareable]
    internal static void Asks<[Shareable] T>(T value) => TroopThread.Start(() => Console.WriteLine(value));
    internal static void AsksMore<[Immutable] T>(T value) => TroopThread.Start(() => Console.WriteLine(value));
    internal static void Result<T>([ThreadEntry] Func<T> make) => TroopThread.Start(make);
    internal static void Inner<T>() where T : new() => TroopThread.Start(static () => { T own = new(); Console.WriteLine(own); });
}
