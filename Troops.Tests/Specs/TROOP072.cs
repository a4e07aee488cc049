// Tasks and lambdas that get no copy.
using Troops;
partial class Host
{
    int mine;
    async TroopTask Plain() => await TroopTask.Yield();
    static async TroopTask WithLambda(int n) => await TroopThread.Start(async () => { await TroopTask.Yield(); return n; }).Join();
    void Captures(int n)
    {
        TroopThread.Start(async () => { await TroopTask.Yield(); });
        TroopThread.Start(async () => { await TroopTask.Yield(); return n; }); //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because it captures 'n'
    }
    void Loops(int n) =>
        TroopThread.Start(async () => { while (n > 0) GC.KeepAlive(n); await TroopTask.Yield(); }); //! TROOP071 [async] This lambda cannot be copied, for it captures 'n', so its own body runs and not the generator's, and the loop in it spends no fuel; await in the loop, or move the loop into a task of a partial type
    TroopThread Checked() => checked(TroopThread.Start(async () => await TroopTask.Yield())); //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because it stands in a checked or unchecked block
    void Generic<T>() => TroopThread.Start(async () => await TroopTask.Yield()); //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because it stands in a generic method, or in no method
}
//---
using Troops;
partial class Locals
{
    void Outside()
    {
        async TroopTask Step() => await TroopTask.Yield(); //! TROOP072 [Step] 'Step' runs its original body, which is slower and whose loops are not metered, because it is a local function outside of a task
        async TroopTask Spin(int n) { while (n > 0) n++; } //! TROOP071 [Spin] 'Spin' cannot be copied, for it is a local function outside of a task, so its own body runs and not the generator's, and the loop in it spends no fuel; await in the loop, or move the loop into a task of a partial type
        TroopThread.Start(() => Step());
        TroopThread.Start(() => Spin(1));
    }
    async TroopTask Inside() { await Step(); async TroopTask Step() => await TroopTask.Yield(); }
}
//---
using Troops;
using Answer = Troops.TroopTask<int>;
partial class Aliased { static async Answer Ask() => 42; } //! TROOP072 [Ask] 'Aliased.Ask' runs its original body, which is slower and whose loops are not metered, because its return type goes by another name and it is not marked [TroopTask]
//---
using Troops;
partial interface IRun
{
    async TroopTask Run() => await TroopTask.Yield(); //! TROOP072 [Run] 'IRun.Run' runs its original body, which is slower and whose loops are not metered, because it is an instance member of an interface
    static async TroopTask Static() => await TroopTask.Yield();
}
//---
using Troops;
class Closed
{
    void Start() => TroopThread.Start(async () => await TroopTask.Yield()); //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because 'Closed' is not partial
}
//---
using Troops;
file partial class Local
{
    async TroopTask Run() => await TroopTask.Yield(); //! TROOP072 [Run] 'Local.Run' runs its original body, which is slower and whose loops are not metered, because 'Local' is local to its file
}
