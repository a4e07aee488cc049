// A public task says that it is one.
using Troops;
public partial class Open
{
    public static async TroopTask Work() => await TroopTask.Yield(); //! TROOP075 [Work] 'Open.Work' is public and the body of a task; mark it [TroopTask], so that other assemblies know
    protected async TroopTask<int> Count() { await TroopTask.Yield(); return 1; } //! TROOP075 [Count] 'Open.Count' is public and the body of a task; mark it [TroopTask], so that other assemblies know
    [TroopTask] public static async TroopTask Marked() => await TroopTask.Yield();
    internal static async TroopTask Internal() => await TroopTask.Yield();
    private protected async TroopTask Guarded() => await TroopTask.Yield();
    public static TroopTask Forward() => Work();
    public static async Task Other() => await Task.Yield();
    public virtual async TroopTask Virtual() => await TroopTask.Yield(); //! TROOP075 [Virtual] 'Open.Virtual' is public and the body of a task; mark it [TroopTask], so that other assemblies know
    internal partial class Inner { public static async TroopTask Work() => await TroopTask.Yield(); }
}
public interface IOpen { TroopTask Work(); }
internal partial class Closed { public static async TroopTask Work() => await TroopTask.Yield(); }
public sealed partial class Implements : IOpen { async TroopTask IOpen.Work() => await TroopTask.Yield(); }
public sealed partial class Overrides : Open { public override async TroopTask Virtual() => await TroopTask.Yield(); } //! TROOP075 [Virtual] 'Overrides.Virtual' is public and the body of a task; mark it [TroopTask], so that other assemblies know
//---
// Somebody vouches, or the code stands outside.
using Troops;
public partial class Vouched { [Audited("me", "nobody calls it", "2099-12-31")] public static async TroopTask Work() => await TroopTask.Yield(); }
[TroopsOutside("a test")] public class Outside { public static async TroopTask Work() => await TroopTask.Yield(); }
