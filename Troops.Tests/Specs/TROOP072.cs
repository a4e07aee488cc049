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
        TroopThread.Start(async () => { while (n > 0) GC.KeepAlive(n); await TroopTask.Yield(); }); //! TROOP071 [async] This lambda cannot be copied, for it captures 'n', so its own body runs and not the generator's, and the loop in it spends no fuel; await in the loop, or move the loop into a task that the lambda calls
    void Generic<T>() => TroopThread.Start(async () => await TroopTask.Yield()); //! TROOP072 [async] This lambda runs its original body, which is slower and whose loops are not metered, because it stands in a generic method, or in no method
}
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
